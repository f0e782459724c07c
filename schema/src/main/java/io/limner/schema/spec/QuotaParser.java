package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Scalar;
import io.limner.schema.spec.SpecNode.Sequence;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exact counts: a list for equal ones, a mapping to give each. */
final class QuotaParser {
    private final DistributionParser parameter;
    private final Problems problems;
    private final Scalars scalars;

    QuotaParser(DistributionParser parameter, Problems problems) {
        this.parameter = parameter;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Optional<Distribution> quota(SpecNode node, String key) {
        SortedMap<Value, Long> counts = new TreeMap<>();
        boolean sound = true;
        if (node instanceof Sequence list) {
            for (SpecNode item : list.items()) {
                sound &= put(counts, item, parameter.value(item, key), Optional.of(1L), key);
            }
        } else if (node instanceof Mapping map) {
            for (Entry entry : map.entries()) {
                String written = entry.key().written();
                Scalar value = new Scalar(entry.key().mark(), written, true);
                sound &= put(
                        counts,
                        value,
                        parameter.value(value, key),
                        scalars.whole(entry.value(), key + "." + written, 0, SpecParser.MOST_SAMPLES),
                        key);
            }
        } else {
            problems.add(node, key, "must list values", "write [a, b] for equal counts or { a: count, b: count }");
            return Optional.empty();
        }
        return sound
                ? parameter.checked(
                        node, key, "give at least one value a count", () -> new Quota(counts, node instanceof Sequence))
                : Optional.empty();
    }

    private boolean put(
            SortedMap<Value, Long> counts, SpecNode node, Optional<Value> value, Optional<Long> count, String key) {
        if (value.isEmpty() || count.isEmpty()) {
            return false;
        }
        if (counts.put(value.get(), count.get()) != null) {
            problems.add(node, key, "is listed twice", "keep one of the two");
            return false;
        }
        return true;
    }
}
