package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Scalar;
import io.limner.schema.spec.SpecNode.Sequence;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Values with a number each: {@code choice}, whose numbers are weights, and {@code quota}, whose numbers are counts. */
final class WeightsParser {
    private final DistributionParser parameter;
    private final Problems problems;
    private final Scalars scalars;

    WeightsParser(DistributionParser parameter, Problems problems) {
        this.parameter = parameter;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** A list for equal weights, a mapping to give each. */
    Optional<Distribution> choice(SpecNode node, String key) {
        if (!(node instanceof Sequence || node instanceof Mapping)) {
            problems.add(node, key, "must list what to choose from", "write [a, b] or { a: weight, b: weight }");
            return Optional.empty();
        }
        Weights<Double> weights = new Weights<>(
                1.0,
                (said, name) -> scalars.number(said, name).map(Number::doubleValue),
                "to draw it more often, give weights: { value: weight }");
        return weights.read(node, key)
                .flatMap(read -> parameter.checked(
                        node, key, "give a positive weight to at least one value", () -> new Choice(read)));
    }

    /** A list for equal counts, a mapping to give each. */
    Optional<Distribution> quota(SpecNode node, String key) {
        if (!(node instanceof Sequence || node instanceof Mapping)) {
            problems.add(node, key, "must list values", "write [a, b] for equal counts or { a: count, b: count }");
            return Optional.empty();
        }
        Weights<Long> counts = new Weights<>(
                1L, (said, name) -> scalars.whole(said, name, 0, SpecParser.MOST_SAMPLES), "keep one of the two");
        return counts.read(node, key)
                .flatMap(read -> parameter.checked(
                        node, key, "give at least one value a count", () -> new Quota(read, node instanceof Sequence)));
    }

    /** Reads values and their numbers. */
    private final class Weights<T> {
        private final T unsaid;
        private final BiFunction<SpecNode, String, Optional<T>> number;
        private final String repeated;
        private final SortedMap<Value, T> all = new TreeMap<>();
        private boolean sound = true;

        /**
         * A reader.
         *
         * @param unsaid the number of a value in a list
         * @param number reads the number of a value in a mapping
         * @param repeated what to do about a value that is listed twice
         */
        Weights(T unsaid, BiFunction<SpecNode, String, Optional<T>> number, String repeated) {
            this.unsaid = unsaid;
            this.number = number;
            this.repeated = repeated;
        }

        Optional<SortedMap<Value, T>> read(SpecNode node, String key) {
            if (node instanceof Sequence list) {
                list.items().forEach(item -> put(item, parameter.value(item, key), Optional.of(unsaid), key, repeated));
            } else {
                for (Entry entry : ((Mapping) node).entries()) {
                    String written = entry.key().written();
                    // A key is a number as soon as it reads like one: JSON has no other keys than quoted ones.
                    put(
                            entry.key(),
                            parameter.value(new Scalar(entry.key().mark(), written, true), key),
                            number.apply(entry.value(), key + "." + written),
                            key,
                            "keep one of the two");
                }
            }
            return sound ? Optional.of(all) : Optional.empty();
        }

        private void put(SpecNode said, Optional<Value> value, Optional<T> weight, String key, String remedy) {
            if (value.isEmpty() || weight.isEmpty()) {
                sound = false;
            } else if (all.put(value.get(), weight.get()) != null) {
                problems.add(said, key, "is listed twice", remedy);
                sound = false;
            }
        }
    }
}
