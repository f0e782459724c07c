package io.limner.schema.spec;

import java.io.Serializable;

/**
 * One thing that is wrong with a spec.
 *
 * @param file the file as the user named it, or {@code --set}
 * @param line 1-based, or 0 where no line applies
 * @param key dotted path of the key; empty where the file as a whole is meant
 * @param value what was written there; empty where nothing was
 * @param rule what must hold
 * @param remedy what to do
 */
public record SpecProblem(String file, int line, String key, String value, String rule, String remedy)
        implements Serializable {

    /** {@code file:line  key = value  rule  remedy}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!key.isEmpty()) {
            text.append("  ").append(key);
            if (!value.isEmpty()) {
                text.append(" = ").append(value);
            }
        }
        return text.append("  ").append(rule).append("  ").append(remedy).toString();
    }
}
