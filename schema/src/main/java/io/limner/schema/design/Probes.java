package io.limner.schema.design;

import io.limner.schema.spec.AssetKind;
import io.limner.schema.spec.Composition;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Distribution;
import io.limner.schema.spec.Domain;
import io.limner.schema.spec.Drawn;
import io.limner.schema.spec.Fixed;
import io.limner.schema.spec.Grid;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small specs around one sample of another spec, to be looked at: one parameter swept, or several at their ends. */
public final class Probes {
    private Probes() {}

    /**
     * The sample, once for each of some values of one parameter, everything else as it is.
     *
     * @param steps how many values of a number, 2 or more; a name takes all its values
     * @throws IllegalArgumentException if there is no such parameter
     */
    public static DatasetSpec sweep(DatasetSpec spec, long sampleId, String parameter, int steps) {
        return around(spec, sampleId, Map.of(parameter, values(spec, parameter, steps)));
    }

    /**
     * The sample at every combination of the ends of some parameters.
     *
     * @param parameters at most ten
     */
    public static DatasetSpec corners(DatasetSpec spec, long sampleId, List<String> parameters) {
        if (parameters.isEmpty() || parameters.size() > 10) {
            throw new IllegalArgumentException(
                    "The corners of " + parameters.size() + " parameters cannot be shown; name 1 to 10");
        }
        Map<String, List<Value>> ends = new TreeMap<>();
        for (String parameter : parameters) {
            List<Value> all = values(spec, parameter, 2);
            ends.put(parameter, List.of(all.get(0), all.get(all.size() - 1)));
        }
        return around(spec, sampleId, ends);
    }

    private static DatasetSpec around(DatasetSpec spec, long sampleId, Map<String, List<Value>> varied) {
        Map<String, Distribution> drawn = new TreeMap<>();
        new SceneDesign(spec).values(sampleId).forEach((name, value) -> drawn.put(name, new Fixed(value)));
        long samples = 1;
        for (Map.Entry<String, List<Value>> one : varied.entrySet()) {
            List<Value> values = new ArrayList<>(new LinkedHashSet<>(one.getValue()));
            drawn.put(one.getKey(), new Grid(values));
            samples *= values.size();
        }
        return new DatasetSpec(
                spec.name(), spec.seed(), spec.output(), Composition.plain(samples, drawn), spec.assets());
    }

    /** Values of a parameter over what the spec can draw, ascending. */
    private static List<Value> values(DatasetSpec spec, String parameter, int steps) {
        Domain domain = Parameters.named(parameter).domain();
        if (domain instanceof Domain.Names names) {
            boolean files = Arrays.stream(AssetKind.values())
                    .anyMatch(kind -> kind.parameter().equals(parameter)
                            && !spec.assets().of(kind).isEmpty());
            return names.names().stream()
                    .filter(name -> files || !name.equals(AssetKind.USER)) // of files that there are none of
                    .map(Value::of)
                    .toList();
        }
        Distribution way = spec.parameters().get(parameter);
        double low = domain instanceof Domain.Numbers numbers ? numbers.min() : ((Domain.Integers) domain).min();
        double high = domain instanceof Domain.Numbers numbers ? numbers.max() : ((Domain.Integers) domain).max();
        if (way instanceof Drawn own && !(way instanceof Fixed)) {
            low = own.bounds().stream().mapToDouble(Value::number).min().orElse(low);
            high = own.bounds().stream().mapToDouble(Value::number).max().orElse(high);
        } // what is pinned or follows from others is swept over all that it may be
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            values.add(Value.of(domain.grain().round(low + (high - low) * i / (steps - 1))));
        }
        return values;
    }
}
