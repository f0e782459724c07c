package io.limner.schema.design;

import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Distribution;
import io.limner.schema.spec.Fixed;
import io.limner.schema.spec.Grid;
import io.limner.schema.spec.SceneValues;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * (spec, sample id) to scene, in any order, on any machine. Every value is a function of (seed, sample id, parameter name) and of
 * that parameter's distribution: what a spec says about one parameter changes no value of another. Immutable and thread-safe.
 */
public final class SceneDesign {
    private final DatasetSpec spec;
    private final List<Draw> draws = new ArrayList<>();

    private record Draw(String name, LongFunction<Value> value) {}

    /** The design of {@code spec}. */
    public SceneDesign(DatasetSpec spec) {
        this.spec = spec;
        GridProduct grids = new GridProduct(spec.parameters());
        spec.parameters().forEach((name, distribution) -> draws.add(new Draw(name, draw(name, distribution, grids))));
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
        if (sampleId < 0 || sampleId >= spec.samples()) {
            throw new IllegalArgumentException("Sample " + sampleId + " is outside 0 to " + (spec.samples() - 1)
                    + " of the spec '" + spec.name() + "'; ask for one inside, or raise samples");
        }
        Map<String, Value> values = new HashMap<>();
        for (Draw draw : draws) {
            values.put(draw.name(), draw.value().apply(sampleId));
        }
        return values;
    }

    /** The spec that this design expands. */
    public DatasetSpec spec() {
        return spec;
    }
}
