package io.limner.schema.spec;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of the user's, below the root that the command names.
 *
 * @param file its path from the root, parts joined by /; of a folder, what lies in it is meant
 * @param sha256 of its content, 64 hexadecimal digits; empty until the file has been looked at
 */
public record Asset(String file, String sha256) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 512;

    public Asset {
        fault(file).ifPresent(fault -> {
            throw new IllegalArgumentException("An asset named '" + file + "' " + fault);
        });
        if (!sha256.isEmpty() && !HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("'" + sha256 + "' is not the 64 hexadecimal digits of a SHA-256");
        }
    }

    /** Why {@code file} can be no asset's name, if it cannot: names must stay below the root, however they are read. */
    public static Optional<String> fault(String file) {
        if (file.isBlank() || file.length() > LONGEST) {
            return Optional.of("must have 1 to " + LONGEST + " characters");
        }
        if (file.startsWith("/") || file.endsWith("/") || file.contains("//")) {
            return Optional.of("must be a path from the assets' root, without / at its ends");
        }
        if (file.chars()
                .anyMatch(c -> c < ' ' || c == '\\' || c == ':' || c == '%' || c == '?' || c == '#' || c == 0x7f)) {
            return Optional.of("must be a plain path: no URL, no escapes, none of \\ : % ? #");
        }
        for (String part : file.split("/", -1)) {
            if (part.startsWith(".") || !part.equals(part.strip())) {
                return Optional.of("must not climb: no part may begin with a dot, or begin or end with a space");
            }
        }
        return Optional.empty();
    }

    /** Whether its content is known. */
    public boolean pinned() {
        return !sha256.isEmpty();
    }

    /** As canonical JSON takes it. */
    Object json() {
        return pinned() ? Map.of("file", file, "sha256", sha256) : file;
    }

    /** Name and content, for people. */
    @Override
    public String toString() {
        return pinned() ? file + " (sha256 " + sha256 + ")" : file;
    }
}
