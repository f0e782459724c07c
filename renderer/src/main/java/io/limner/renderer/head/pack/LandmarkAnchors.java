package io.limner.renderer.head.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limner.schema.label.SegmentationClass;
import java.io.IOException;
import java.io.InputStream;

/** The 68 points, drawn on the base mesh by hand, put on the assembled mesh by the nearest point. */
final class LandmarkAnchors {
    private static final String RESOURCE = "/io/limner/renderer/head/ibug68.json";
    static final int COUNT = 68;

    final int[] triangles = new int[COUNT];
    final float[] weights = new float[3 * COUNT];

    /** Which triangles a point may lie on. */
    interface Filter {
        boolean permits(int landmark, int triangle);
    }

    /**
     * @param points where the landmarks are to be, in the mesh's frame, 3 a point
     * @param positions of the mesh, mm
     */
    LandmarkAnchors(double[] points, double[] positions, int[] mesh, Filter filter) {
        for (int i = 0; i < COUNT; i++) {
            double best = Double.MAX_VALUE;
            for (int t = 0; t < mesh.length / 3; t++) {
                if (filter.permits(i, t)) {
                    double[] w = NearestPoint.weights(points, 3 * i, positions, mesh, 3 * t);
                    double d = 0;
                    for (int a = 0; a < 3; a++) {
                        double c = -points[3 * i + a];
                        for (int k = 0; k < 3; k++) {
                            c += w[k] * positions[3 * mesh[3 * t + k] + a];
                        }
                        d += c * c;
                    }
                    if (d < best) {
                        best = d;
                        triangles[i] = t;
                        for (int k = 0; k < 3; k++) {
                            weights[3 * i + k] = (float) w[k];
                        }
                    }
                }
            }
        }
    }

    /** Whether a landmark may lie on triangles of a class: lips keep to their own lip, so that closed lips cannot swap points. */
    static boolean permits(int landmark, int code) {
        boolean upper = code == SegmentationClass.UPPER_LIP.code();
        boolean lower = code == SegmentationClass.LOWER_LIP.code();
        boolean skin = code == SegmentationClass.SKIN.code();
        if (landmark >= 60) {
            boolean corner = landmark == 60 || landmark == 64;
            return landmark < 65 ? upper || (corner && lower) : lower;
        }
        if (landmark >= 48) {
            boolean corner = landmark == 48 || landmark == 54;
            return skin || (corner ? upper || lower : landmark < 55 ? upper : lower);
        }
        if (landmark >= 27 && landmark < 36) {
            return skin || code == SegmentationClass.NOSE.code();
        }
        return skin || (code == SegmentationClass.NECK.code() && landmark < 17);
    }

    /** The points on a base mesh's positions, mm. */
    static double[] points(double[] base) {
        double[] out = new double[3 * COUNT];
        try (InputStream in = LandmarkAnchors.class.getResourceAsStream(RESOURCE)) {
            for (JsonNode point : new ObjectMapper().readTree(in).get("points")) {
                int i = point.get("landmark").asInt();
                for (int k = 0; k < 3; k++) {
                    int v = point.get("vertices").get(k).asInt();
                    for (int a = 0; a < 3; a++) {
                        out[3 * i + a] += point.get("weights").get(k).asDouble() * base[3 * v + a];
                    }
                }
            }
        } catch (IOException e) {
            throw new PackException("Cannot read " + RESOURCE + ": " + e.getMessage(), e);
        }
        return out;
    }
}
