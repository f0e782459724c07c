package io.limner.renderer.head;

import io.limner.schema.label.SegmentationClass;

/**
 * Soft masks over the head's vertices, each 0 to 1, found from rest coordinates (mm, origin midway between the eyes) and classes.
 */
public final class SkinRegions {
    /** Height of the hairline above which the scalp lies, against depth (z); both mm at rest. */
    private static final double[][] HAIRLINE = {
        {-200, -62},
        {-150, -58},
        {-125, -32},
        {-105, -6},
        {-92, 20},
        {-78, 26},
        {-66, 10},
        {-58, -6},
        {-50, 6},
        {-42, 34},
        {-30, 48},
        {-18, 52},
        {-5, 58},
        {30, 64}
    };
    /** Height of the beard's upper edge against distance from the middle (|x|). */
    private static final double[][] BEARD_LINE = {
        {0, -37}, {14, -40}, {26, -46}, {36, -58}, {48, -52}, {58, -34}, {66, -12}, {90, 0}
    };

    private final int vertices;
    private final float[] lip;
    private final float[] scalp;
    private final float[] blush;
    private final float[] beard;
    private final float[] brow;

    /** The masks of a head with that topology. */
    public SkinRegions(Topology topology) {
        vertices = topology.vertexCount();
        lip = smoothed(topology, SegmentationClass.UPPER_LIP.code(), SegmentationClass.LOWER_LIP.code());
        scalp = new float[vertices];
        blush = new float[vertices];
        beard = new float[vertices];
        brow = new float[vertices];
        boolean[] ear = touched(topology, SegmentationClass.EAR.code());
        boolean[] skin = touched(topology, SegmentationClass.SKIN.code());
        for (int v = 0; v < vertices; v++) {
            double x = Math.abs(topology.rest()[3 * v]);
            double y = topology.rest()[3 * v + 1];
            double z = topology.rest()[3 * v + 2];
            double nose = bump(x, y + 26, 15, 17) * smooth(15, 30, z);
            double cheek = bump(x - 41, y + 27, 26, 20) * smooth(-50, -20, z);
            blush[v] = (float) Math.min(1, ear[v] ? 0.65 : 0.85 * cheek + 0.8 * nose + 0.25 * bump(x, y + 98, 22, 14));
            if ((!ear[v] && skin[v]) || y < -40) {
                scalp[v] = (float) scalp(x, y, z);
                beard[v] = (float) (beard(x, y, z) * (1 - lip[v]) * (1 - scalp[v]));
            }
            brow[v] = (float) (brow(x, y) * smooth(-40, -20, z));
        }
    }

    private SkinRegions(Topology topology, float[] brow, float[] blush) {
        vertices = topology.vertexCount();
        lip = smoothed(topology, SegmentationClass.UPPER_LIP.code(), SegmentationClass.LOWER_LIP.code());
        scalp = new float[vertices];
        beard = new float[vertices];
        this.brow = brow;
        this.blush = blush;
    }

    /**
     * The masks of a head whose proportions are not known: lips by their classes, brows along their landmarks, cheeks and nose between
     * theirs, nothing else.
     *
     * @param points the 68 landmarks at rest, mm, 3 values each
     */
    static SkinRegions ofLandmarks(Topology topology, double[] points) {
        float[] brow = new float[topology.vertexCount()];
        for (int v = 0; v < brow.length; v++) {
            double nearest = Double.MAX_VALUE;
            for (int i = 17; i < 26; i++) {
                if (i != 21) { // from one brow to the other
                    nearest = Math.min(nearest, distance(topology.rest(), 3 * v, points, 3 * i));
                }
            }
            brow[v] = (float) smooth(6, 2, nearest);
        }
        float[] blush = new float[topology.vertexCount()];
        rouge(topology, points, new int[] {36, 48, 2}, blush);
        rouge(topology, points, new int[] {45, 54, 14}, blush);
        rouge(topology, points, new int[] {30, 31, 35}, blush);
        return new SkinRegions(topology, brow, blush);
    }

    /** Red about the middle of three landmarks, as far as they lie from one another. */
    private static void rouge(Topology topology, double[] points, int[] three, float[] blush) {
        double[] middle = new double[3];
        for (int k = 0; k < 3; k++) {
            middle[k] = (points[3 * three[0] + k] + points[3 * three[1] + k] + points[3 * three[2] + k]) / 3;
        }
        double reach = 0;
        for (int k = 0; k < 3; k++) {
            reach += (points[3 * three[0] + k] - middle[k]) * (points[3 * three[0] + k] - middle[k]);
        }
        for (int v = 0; v < blush.length; v++) {
            double far = 0;
            for (int k = 0; k < 3; k++) {
                far += (topology.rest()[3 * v + k] - middle[k]) * (topology.rest()[3 * v + k] - middle[k]);
            }
            blush[v] = Math.max(blush[v], (float) (0.85 * StrictMath.exp(-1.4 * far / reach)));
        }
    }

    /** From a vertex to the line between two points. */
    private static double distance(float[] rest, int v, double[] points, int from) {
        double along = 0;
        double length = 0;
        for (int k = 0; k < 3; k++) {
            double step = points[from + 3 + k] - points[from + k];
            along += (rest[v + k] - points[from + k]) * step;
            length += step * step;
        }
        double t = length > 0 ? Math.max(0, Math.min(1, along / length)) : 0;
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double off = rest[v + k] - points[from + k] - t * (points[from + 3 + k] - points[from + k]);
            sum += off * off;
        }
        return StrictMath.sqrt(sum);
    }

    /** How much the point belongs to the hairy scalp. */
    public static double scalp(double x, double y, double z) {
        double line = along(HAIRLINE, z);
        return smooth(-5, 5, y - line);
    }

    private static double beard(double x, double y, double z) {
        double line = along(BEARD_LINE, x);
        return smooth(-4, 5, line - y) * smooth(-150, -122, y) * smooth(-88, -62, z);
    }

    private static double brow(double x, double y) {
        double middle = 14 + 6.5 * smooth(8, 36, x) - 9 * smooth(36, 58, x);
        return smooth(6, 1.5, Math.abs(y - middle)) * smooth(6, 11, x) * smooth(58, 48, x);
    }

    private static double bump(double dx, double dy, double width, double height) {
        double r2 = dx * dx / (width * width) + dy * dy / (height * height);
        return StrictMath.exp(-1.4 * r2);
    }

    /** 0 at {@code from}, 1 at {@code to}, smooth between; {@code from} may be the larger. */
    public static double smooth(double from, double to, double value) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    /** The height at {@code at} of a line through the points (place, height), level beyond its ends. */
    public static double along(double[][] line, double at) {
        if (at <= line[0][0]) {
            return line[0][1];
        }
        for (int i = 1; i < line.length; i++) {
            if (at <= line[i][0]) {
                double t = (at - line[i - 1][0]) / (line[i][0] - line[i - 1][0]);
                return line[i - 1][1] + t * (line[i][1] - line[i - 1][1]);
            }
        }
        return line[line.length - 1][1];
    }

    private static boolean[] touched(Topology topology, int code) {
        boolean[] touched = new boolean[topology.vertexCount()];
        for (int t = 0; t < topology.triangleCount(); t++) {
            if (topology.classes()[t] == code) {
                for (int k = 0; k < 3; k++) {
                    touched[topology.triangles()[3 * t + k]] = true;
                }
            }
        }
        return touched;
    }

    /** Share of the triangles about a vertex that are of either class, spread once over the neighbours. */
    private static float[] smoothed(Topology topology, int code1, int code2) {
        float[] share = new float[topology.vertexCount()];
        float[] count = new float[topology.vertexCount()];
        for (int t = 0; t < topology.triangleCount(); t++) {
            boolean is = topology.classes()[t] == code1 || topology.classes()[t] == code2;
            for (int k = 0; k < 3; k++) {
                int v = topology.triangles()[3 * t + k];
                share[v] += is ? 1 : 0;
                count[v]++;
            }
        }
        for (int v = 0; v < share.length; v++) {
            share[v] /= Math.max(1, count[v]);
        }
        float[] spread = new float[share.length];
        for (int t = 0; t < topology.triangleCount(); t++) {
            float sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += share[topology.triangles()[3 * t + k]] / 3;
            }
            for (int k = 0; k < 3; k++) {
                int v = topology.triangles()[3 * t + k];
                spread[v] += sum / count[v];
            }
        }
        return spread;
    }

    /** How red vertex {@code v} is with blood. */
    public float blush(int v) {
        return blush[v];
    }

    /** How much vertex {@code v} belongs to the lips. */
    public float lip(int v) {
        return lip[v];
    }

    /** How much vertex {@code v} belongs to the eyebrows. */
    public float brow(int v) {
        return brow[v];
    }

    /** How much beard can grow at vertex {@code v}. */
    public float beard(int v) {
        return beard[v];
    }

    /** How much vertex {@code v} belongs to the hairy scalp. */
    public float scalp(int v) {
        return scalp[v];
    }
}
