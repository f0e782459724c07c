package io.limner.renderer.label;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Mesh;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.SegmentationClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pixels that must show a class: those where a few triangles of each class fall, if the straight line through the pixel's centre meets
 * that class first. The line is followed in double precision through the mesh, and knows nothing of the device.
 */
final class Witnesses {
    /** Triangles that are looked at for each class. */
    private static final int EACH = 24;

    /** The same of clothing, most of which is outside the picture. */
    private static final int EACH_OF_CLOTHING = 160;

    /** Places between the lips that are looked at: on lines between two points of the inner lips each, and how many on each. */
    private static final int[][] LIPS = {
        {60, 62, 60, 66},
        {61, 61, 67, 67},
        {61, 62, 67, 66},
        {62, 62, 66, 66},
        {62, 63, 66, 65},
        {63, 63, 65, 65},
        {62, 64, 66, 64}
    };

    private static final int BETWEEN = 9;

    /** Places on an eyeball that are looked at, seen from its centre: angles from the gaze, radians, and how many around it. */
    private static final double[] RINGS = {0, 0.16, 0.32, 0.64, 0.8, 0.96};

    private static final int AROUND = 8;
    private static final int IRIS = SegmentationClass.IRIS.code();
    private static final int EYE = SegmentationClass.EYE_WHITE.code();
    private static final int CLOTHING = SegmentationClass.CLOTHING.code();
    private static final double IRIS_EDGE = StrictMath.cos(DenseLandmarks.IRIS_RADIUS);

    private final Map<Integer, LinesOfSight.Line> lines = new LinkedHashMap<>();
    private final Face face;
    private final CameraModel camera;
    private final LinesOfSight sight;

    /** Chooses pixels, whose lines are added to {@code sight}; it must be searched before anything is asked here. */
    Witnesses(Face face, CameraModel camera, LinesOfSight sight) {
        this.face = face;
        this.camera = camera;
        this.sight = sight;
        byte[] classes = face.head().topology().classes();
        add(face.head(), chosen(classes, classes.length));
        add(
                face.worn().mesh(),
                chosen(face.worn().mesh().topology().classes(), face.worn().shown()));
        add(
                face.strands().mesh(),
                chosen(
                        face.strands().mesh().topology().classes(),
                        face.strands().shown()));
        add(face.anchors().leftEye());
        add(face.anchors().rightEye());
        addMouth(face.anchors().landmarks());
    }

    private void add(Mesh mesh, int[] chosen) {
        double[] p = mesh.positions();
        int[] t = mesh.topology().triangles();
        for (int i : chosen) {
            int v = 3 * t[3 * i];
            if (faces(p, v, 3 * t[3 * i + 1], 3 * t[3 * i + 2])) {
                add(p[v], p[v + 1], p[v + 2]);
            }
        }
    }

    /**
     * A few triangles of each class, spread evenly.
     *
     * @param count how many of the triangles are looked at, from the first on
     */
    private static int[] chosen(byte[] classes, int count) {
        int[] left = new int[256];
        for (int i = 0; i < count; i++) {
            left[classes[i]]++;
        }
        int[] step = Arrays.stream(left).map(n -> n / EACH + 1).toArray();
        step[CLOTHING] = left[CLOTHING] / EACH_OF_CLOTHING + 1;
        // Every one of which as many are left as is a multiple of the step: counted, since dividing takes ten times as
        // long.
        int[] until = new int[256];
        Arrays.setAll(until, kind -> left[kind] % step[kind]);
        int[] chosen = new int[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            int kind = classes[i];
            if (until[kind]-- <= 0) {
                until[kind] = step[kind] - 1;
                if (kind != EYE) {
                    chosen[found++] = i;
                }
            }
        }
        return Arrays.copyOf(chosen, found);
    }

    /** Whether a triangle shows the lens its outside. */
    private boolean faces(double[] p, int a, int b, int c) {
        double[] eye = camera.position();
        double ux = p[b] - p[a];
        double uy = p[b + 1] - p[a + 1];
        double uz = p[b + 2] - p[a + 2];
        double vx = p[c] - p[a];
        double vy = p[c + 1] - p[a + 1];
        double vz = p[c + 2] - p[a + 2];
        return (uy * vz - uz * vy) * (eye[0] - p[a])
                        + (uz * vx - ux * vz) * (eye[1] - p[a + 1])
                        + (ux * vy - uy * vx) * (eye[2] - p[a + 2])
                > 0;
    }

    /** What is between the lips, be it teeth, tongue or nothing. */
    private void addMouth(double[] landmarks) {
        double[] at = new double[3];
        for (int[] lips : LIPS) {
            for (int k = 1; k <= BETWEEN; k++) {
                double low = (double) k / (BETWEEN + 1);
                for (int i = 0; i < 3; i++) {
                    double up = landmarks[3 * lips[0] + i] + landmarks[3 * lips[1] + i];
                    double down = landmarks[3 * lips[2] + i] + landmarks[3 * lips[3] + i];
                    at[i] = ((1 - low) * up + low * down) / 2;
                }
                add(at[0], at[1], at[2]);
            }
        }
    }

    private void add(Anchors.Eye eye) {
        double[] z = eye.gaze();
        double[] x = Math.abs(z[1]) < 0.9 ? unit(z[2], 0, -z[0]) : unit(0, -z[2], z[1]);
        double[] y = {z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]};
        double[] center = eye.center();
        for (double ring : RINGS) {
            for (int k = 0; k < AROUND; k++) {
                double turn = 2 * Math.PI * k / AROUND;
                double across = eye.radius() * StrictMath.sin(ring) * StrictMath.cos(turn);
                double up = eye.radius() * StrictMath.sin(ring) * StrictMath.sin(turn);
                double out = eye.radius() * StrictMath.cos(ring);
                add(
                        center[0] + across * x[0] + up * y[0] + out * z[0],
                        center[1] + across * x[1] + up * y[1] + out * z[1],
                        center[2] + across * x[2] + up * y[2] + out * z[2]);
            }
        }
    }

    private static double[] unit(double x, double y, double z) {
        double length = StrictMath.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }

    private void add(double x, double y, double z) {
        double[] c = new double[3];
        camera.toCamera(x, y, z, c);
        double[] at = c[2] > 0 ? camera.pixel(c) : new double[] {-1, -1};
        int column = (int) StrictMath.floor(at[0]);
        int row = (int) StrictMath.floor(at[1]);
        if (column >= 0 && row >= 0 && column < camera.width() && row < camera.height()) {
            lines.computeIfAbsent(row * camera.width() + column, pixel -> sight.through(column + 0.5, row + 0.5));
        }
    }

    /**
     * For each class in how many pixels a line meets it first, and in how many of these a frame shows it.
     *
     * @return two counts for each class code
     */
    int[][] counts(Frame frame) {
        int[][] counts = new int[256][2];
        lines.forEach((pixel, line) -> {
            int meets = line.cover() == EYE && inIris(line) ? IRIS : line.cover();
            counts[meets][0]++;
            counts[meets][1] += (frame.classes()[pixel] & 255) == meets ? 1 : 0;
        });
        return counts;
    }

    /** The iris is a part of the eyeball's triangles: what lies around the gaze, seen from the centre. */
    private boolean inIris(LinesOfSight.Line line) {
        double[] at = sight.end(line);
        return inIris(at, face.anchors().leftEye()) || inIris(at, face.anchors().rightEye());
    }

    private static boolean inIris(double[] at, Anchors.Eye eye) {
        double[] c = eye.center();
        double[] g = eye.gaze();
        double x = at[0] - c[0];
        double y = at[1] - c[1];
        double z = at[2] - c[2];
        double distance = StrictMath.sqrt(x * x + y * y + z * z);
        return distance < 1.5 * eye.radius() && x * g[0] + y * g[1] + z * g[2] > IRIS_EDGE * distance;
    }
}
