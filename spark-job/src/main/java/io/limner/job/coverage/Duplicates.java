package io.limner.job.coverage;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.Domain;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.Value;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds samples with equal scenes. Of many samples it keeps only those whose fingerprints end in some zeros: equal scenes are kept or
 * left out together, so that what is found stands for a known share of all.
 */
final class Duplicates implements Serializable {
    private static final int MOST_KEPT = 1 << 18;

    private final List<String> parameters;
    private final long mask;
    private final Map<Long, Long> first = new HashMap<>();
    private long found;

    /** For {@code samples} samples; fingerprints are taken of some parameters that tell most scenes apart. */
    Duplicates(List<String> parameters, long samples) {
        this.parameters = List.copyOf(parameters);
        long share = 1;
        while (samples / share > MOST_KEPT) {
            share *= 2;
        }
        this.mask = share - 1;
    }

    /** Seeds, which tell scenes apart best, and what else may be asked for. */
    static List<String> telling(List<String> declared) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : Parameters.names()) {
            if (Parameters.named(name).domain() instanceof Domain.Integers whole && whole.max() >= 1000) {
                names.add(name);
            }
        }
        names.addAll(declared);
        return new ArrayList<>(names);
    }

    void add(long sampleId, Function<String, Value> sample, SceneDesign design) {
        long print = 0;
        for (String parameter : parameters) {
            Value value = sample.apply(parameter);
            long bits = value instanceof Value.Quantity number
                    ? Double.doubleToLongBits(number.value())
                    : value.toString().hashCode();
            print = (print ^ bits) * 0x9E3779B97F4A7C15L;
            print ^= print >>> 29;
        }
        if ((print & mask) == 0) {
            add(print, sampleId, design);
        }
    }

    private void add(long print, long sampleId, SceneDesign design) {
        Long other = first.putIfAbsent(print, sampleId);
        // Fingerprints are of a part of the scene: look at all of it.
        if (other != null && design.values(other).equals(design.values(sampleId))) {
            found++;
        }
    }

    void add(Duplicates other, SceneDesign design) {
        found += other.found;
        other.first.forEach((print, sampleId) -> add(print, sampleId, design));
    }

    /** How many samples repeat another's scene; an estimate if not all were kept. */
    long count() {
        return found * (mask + 1);
    }

    /** Whether every sample was looked at. */
    boolean exact() {
        return mask == 0;
    }
}
