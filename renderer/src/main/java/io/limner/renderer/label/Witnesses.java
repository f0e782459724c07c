package io.limner.renderer.label;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Mesh;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pixels that must show a class: those where a few triangles of each class fall, if the straight line through the pixel's centre meets
 * that class first. The line is followed in double precision through the mesh, and knows nothing of the device.
 */
final class Witnesses {
    /** Pixels that are looked at for each class. */
    private static final int EACH = 16;

    /** The iris is a part of the eyeball's triangles. */
    private static final int IRIS = SegmentationClass.IRIS.code();

    private static final int EYE = SegmentationClass.EYE_WHITE.code();

    private final List<Witness> witnesses = new ArrayList<>();

    private record Witness(int pixel, LinesOfSight.Line line) {}

    /** Chooses pixels, whose lines are added to {@code sight}; it must be searched before anything is asked here. */
    Witnesses(Face face, CameraModel camera, LinesOfSight sight) {
        add(face.head(), face.head().topology().triangleCount(), camera, sight);
        add(face.worn().mesh(), face.worn().shown(), camera, sight);
    }

    private void add(Mesh mesh, int count, CameraModel camera, LinesOfSight sight) {
        byte[] classes = mesh.topology().classes();
        int[] left = new int[256];
        for (int i = 0; i < count; i++) {
            left[classes[i]]++;
        }
        int[] step = Arrays.stream(left).map(n -> n / EACH + 1).toArray();
        double[] c = new double[3];
        for (int i = 0; i < count; i++) {
            int kind = classes[i];
            if (left[kind]-- % step[kind] == 0) {
                int v = 3 * mesh.topology().triangles()[3 * i];
                camera.toCamera(mesh.positions()[v], mesh.positions()[v + 1], mesh.positions()[v + 2], c);
                double[] at = c[2] > 0 ? camera.pixel(c) : new double[] {-1, -1};
                int x = (int) StrictMath.floor(at[0]);
                int y = (int) StrictMath.floor(at[1]);
                if (x >= 0 && y >= 0 && x < camera.width() && y < camera.height()) {
                    witnesses.add(new Witness(y * camera.width() + x, sight.through(x + 0.5, y + 0.5)));
                }
            }
        }
    }

    /**
     * In how many pixels a line meets each class, and in how many of these the frame shows it.
     *
     * @return two counts for each class code
     */
    int[][] counts(Frame frame) {
        int[][] counts = new int[256][2];
        for (Witness witness : witnesses) {
            int meets = witness.line.cover();
            int shown = frame.classes()[witness.pixel] & 255;
            counts[meets][0]++;
            counts[meets][1] += (shown == IRIS ? EYE : shown) == meets ? 1 : 0;
        }
        return counts;
    }
}
