package io.limner.schema.design;

import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Distribution;
import io.limner.schema.spec.Fixed;
import io.limner.schema.spec.Grid;
import io.limner.schema.spec.SceneValues;
import io.limner.schema.spec.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * (spec, sample id) to scene, in any order, on any machine. Every value is a function of (seed, sample id, parameter name)
 * and of that parameter's distribution: what a spec says about one parameter changes no value of another. Immutable and
 * thread-safe.
 */
public final class SceneDesign {
    private final DatasetSpec spec;
    private final Map<String, LongFunction<Value>> draws = new TreeMap<>();

    /** The design of {@code spec}. */
    public SceneDesign(DatasetSpec spec) {
        this.spec = spec;
        GridProduct grids = new GridProduct(spec.parameters());
        spec.parameters().forEach((name, distribution) -> draws.put(name, draw(name, distribution, grids)));
    }

    private LongFunction<Value> draw(String name, Distribution distribution, GridProduct grids) {
        if (distribution instanceof Fixed fixed) {
            return sampleId -> fixed.value();
        }
        if (distribution instanceof Grid grid) {
            long stride = grids.stride(name);
            return sampleId -> grid.value((int) (sampleId / stride % grid.size()));
        }
        RandomStream stream = new RandomStream(spec.seed(), name);
        return sampleId -> distribution.at(stream.unit(sampleId));
    }

    /**
     * The scene of a sample.
     *
     * @param sampleId 0 to {@code spec.samples() - 1}
     * @throws IllegalArgumentException if the spec has no such sample
     */
    public Scene scene(long sampleId) {
        return SceneValues.scene(values(sampleId));
    }

    /**
     * The value of every parameter for a sample, by name.
     *
     * @param sampleId 0 to {@code spec.samples() - 1}
     * @throws IllegalArgumentException if the spec has no such sample
     */
    public Map<String, Value> values(long sampleId) {
        check(sampleId);
        Map<String, Value> values = new HashMap<>();
        draws.forEach((name, draw) -> values.put(name, draw.apply(sampleId)));
        return values;
    }

    /**
     * The value of one parameter for a sample, without making the rest of the scene.
     *
     * @param sampleId 0 to {@code spec.samples() - 1}
     * @param parameter its dotted name
     * @throws IllegalArgumentException if the spec has no such sample, or there is no such parameter
     */
    public Value value(long sampleId, String parameter) {
        check(sampleId);
        LongFunction<Value> draw = draws.get(parameter);
        if (draw == null) {
            throw new IllegalArgumentException("There is no parameter '" + parameter + "'");
        }
        return draw.apply(sampleId);
    }

    private void check(long sampleId) {
        if (sampleId < 0 || sampleId >= spec.samples()) {
            throw new IllegalArgumentException("Sample " + sampleId + " is outside 0 to " + (spec.samples() - 1)
                    + " of the spec '" + spec.name() + "'; ask for one inside, or raise samples");
        }
    }

    /** The spec that this design expands. */
    public DatasetSpec spec() {
        return spec;
    }
}
