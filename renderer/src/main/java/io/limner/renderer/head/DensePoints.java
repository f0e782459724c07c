package io.limner.renderer.head;

import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.SegmentationClass;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The dense landmarks of the skin, found on a head's mesh by their places on the texture map, which no morph moves. */
final class DensePoints {
    /** How far outside a triangle a point may lie, as a weight: places are written with six digits. */
    private static final double SLACK = 0.02;

    private DensePoints() {}

    /** @throws IllegalStateException if the mesh's skin does not cover some point */
    static SurfacePoints on(Topology topology) {
        List<DenseLandmarks.Point> points = DenseLandmarks.skin();
        int[] triangles = new int[points.size()];
        double[] weights = new double[3 * points.size()];
        double[] found = new double[points.size()];
        java.util.Arrays.fill(found, -SLACK);
        int[] order = IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> points.get(i).u()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] u = IntStream.of(order).mapToDouble(i -> points.get(i).u()).toArray();
        double[] w = new double[3];
        for (int t = 0; t < topology.triangleCount(); t++) {
            if (!isSkin(topology.classes()[t])) {
                continue;
            }
            // Those within the triangle's width, and what the slack adds to it.
            double[] width = width(topology, t);
            double more = 3 * SLACK * (width[1] - width[0]);
            for (int k = firstFrom(u, width[0] - more); k < u.length && u[k] <= width[1] + more; k++) {
                int i = order[k];
                weigh(topology, t, points.get(i), w);
                double least = Math.min(w[0], Math.min(w[1], w[2]));
                if (least > found[i]) {
                    found[i] = least;
                    triangles[i] = t;
                    System.arraycopy(w, 0, weights, 3 * i, 3);
                }
            }
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] == -SLACK) {
                throw new IllegalStateException("dense landmark " + i + " is not on the skin of this head");
            }
        }
        return new SurfacePoints(triangles, weights);
    }

    /** Where a triangle begins and ends on the texture map, across. */
    private static double[] width(Topology topology, int triangle) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 3; corner++) {
            double u = topology.uv()[2 * topology.triangles()[3 * triangle + corner]];
            least = Math.min(least, u);
            most = Math.max(most, u);
        }
        return new double[] {least, most};
    }

    /** The index of the first of some ascending values that is not less than {@code from}. */
    private static int firstFrom(double[] ascending, double from) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isSkin(int code) {
        return code == SegmentationClass.SKIN.code()
                || code == SegmentationClass.NOSE.code()
                || code == SegmentationClass.UPPER_LIP.code()
                || code == SegmentationClass.LOWER_LIP.code()
                || code == SegmentationClass.EAR.code();
    }

    /** Barycentric weights of a point on the texture map. */
    private static void weigh(Topology topology, int triangle, DenseLandmarks.Point point, double[] w) {
        float[] uv = topology.uv();
        int a = 2 * topology.triangles()[3 * triangle];
        int b = 2 * topology.triangles()[3 * triangle + 1];
        int c = 2 * topology.triangles()[3 * triangle + 2];
        double bu = uv[b] - (double) uv[a];
        double bv = uv[b + 1] - (double) uv[a + 1];
        double cu = uv[c] - (double) uv[a];
        double cv = uv[c + 1] - (double) uv[a + 1];
        double pu = point.u() - uv[a];
        double pv = point.v() - uv[a + 1];
        double area = bu * cv - bv * cu;
        w[1] = (pu * cv - pv * cu) / area;
        w[2] = (bu * pv - bv * pu) / area;
        w[0] = 1 - w[1] - w[2];
    }
}
