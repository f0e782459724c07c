package io.limner.renderer.head.pack;

import io.limner.renderer.head.Topology;
import io.limner.schema.label.SegmentationClass;
import java.util.Arrays;

/** Where on the texture the scalp is: the source's skins paint stubble there. */
final class Scalp {
    /** The hairline in side view, mm from between the eyes: depths from back to front, and its height at each. */
    private static final double[] DEPTHS = {-150, -80, -55, -30, 0, 20};

    private static final double[] HEIGHTS = {-80, -60, -10, 36, 52, 60};
    private static final int STEPS = 8;

    private final Topology topology;

    Scalp(Topology topology) {
        this.topology = topology;
    }

    /** Texture coordinates all over the scalp, 2 a point. */
    float[] points() {
        int[] triangles = topology.triangles();
        float[] uv = topology.uv();
        float[] out = new float[topology.triangleCount() * (STEPS + 1) * (STEPS + 2)];
        int count = 0;
        for (int t = 0; t < topology.triangleCount(); t++) {
            if (!scalp(t)) {
                continue;
            }
            for (int i = 0; i <= STEPS; i++) {
                for (int j = 0; j <= STEPS - i; j++) {
                    float b = (float) i / STEPS;
                    float c = (float) j / STEPS;
                    for (int axis = 0; axis < 2; axis++) {
                        out[count++] = (1 - b - c) * uv[2 * triangles[3 * t] + axis]
                                + b * uv[2 * triangles[3 * t + 1] + axis]
                                + c * uv[2 * triangles[3 * t + 2] + axis];
                    }
                }
            }
        }
        return Arrays.copyOf(out, count);
    }

    private boolean scalp(int t) {
        int v = 3 * topology.triangles()[3 * t];
        int code = topology.classes()[t];
        boolean skin = code == SegmentationClass.SKIN.code() || code == SegmentationClass.NECK.code();
        return skin && topology.rest()[v + 1] > hairline(topology.rest()[v + 2]);
    }

    private static double hairline(double z) {
        for (int i = 1; i < DEPTHS.length; i++) {
            if (z < DEPTHS[i]) {
                double t = Math.max(0, (z - DEPTHS[i - 1]) / (DEPTHS[i] - DEPTHS[i - 1]));
                return HEIGHTS[i - 1] + t * (HEIGHTS[i] - HEIGHTS[i - 1]);
            }
        }
        return HEIGHTS[HEIGHTS.length - 1];
    }
}
