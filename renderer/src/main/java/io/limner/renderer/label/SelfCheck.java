package io.limner.renderer.label;

import static io.limner.schema.label.SegmentationClass.BACKGROUND;
import static io.limner.schema.label.SegmentationClass.CLOTHING;
import static io.limner.schema.label.SegmentationClass.FACIAL_HAIR;
import static io.limner.schema.label.SegmentationClass.GLASSES;
import static io.limner.schema.label.SegmentationClass.HEADPHONES;
import static io.limner.schema.label.SegmentationClass.HEADWEAR;
import static io.limner.schema.label.SegmentationClass.LOWER_LIP;
import static io.limner.schema.label.SegmentationClass.MASK;
import static io.limner.schema.label.SegmentationClass.MOUTH_INTERIOR;
import static io.limner.schema.label.SegmentationClass.NOSE;
import static io.limner.schema.label.SegmentationClass.OCCLUDER;
import static io.limner.schema.label.SegmentationClass.SCARF;
import static io.limner.schema.label.SegmentationClass.SKIN;
import static io.limner.schema.label.SegmentationClass.TEETH;
import static io.limner.schema.label.SegmentationClass.TONGUE;
import static io.limner.schema.label.SegmentationClass.UPPER_LIP;

import io.limner.renderer.frame.Frame;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.HiddenBy;
import io.limner.schema.label.Ibug68;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.Labels.Points;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What every drawing is asked before it becomes a row: whether picture, layers and geometry, which come by different ways, tell of the
 * same face. Limits are wide: a sound drawing stays far within, a broken one far outside.
 */
final class SelfCheck {
    /** How far a landmark's own class and its depth may be off, mm. */
    private static final double REACH = 4;

    private static final double DEPTH = 9;

    /** The share of visible landmarks that may be off: some lie on edges. */
    private static final double MOST_OFF = 0.3;

    /** With fewer visible landmarks nothing is said. */
    private static final int ENOUGH = 8;

    /** How far a face must be turned to the camera for some of it to be seen: the cosine. */
    private static final double FACING = 0.5;

    /** So many pixels that all show something else are no chance. */
    private static final int WITNESSES = 4;

    private static final boolean[] MOUTH =
            codes(EnumSet.of(UPPER_LIP, LOWER_LIP, MOUTH_INTERIOR, TEETH, TONGUE, FACIAL_HAIR));

    private static final boolean[] NOSES = codes(EnumSet.of(NOSE));
    private static final boolean[] HEAD = codes(EnumSet.complementOf(
            EnumSet.of(BACKGROUND, CLOTHING, GLASSES, HEADWEAR, MASK, HEADPHONES, SCARF, OCCLUDER)));

    private final Frame frame;
    private final Labels labels;
    private final CameraModel camera;

    private SelfCheck(Labels labels, Frame frame) {
        this.frame = frame;
        this.labels = labels;
        this.camera = labels.camera();
    }

    /**
     * Checks a drawing.
     *
     * @throws FaultyLabelsException if it contradicts itself, with the first reason that is found
     */
    static void check(Labels labels, Frame frame, Witnesses witnesses) {
        SelfCheck check = new SelfCheck(labels, frame);
        check.finite();
        check.picture();
        check.skin(check.layers());
        check.landmarks();
        check.classes(witnesses);
    }

    private static FaultyLabelsException fault(String code, String message, Object... values) {
        return new FaultyLabelsException(code, String.format(Locale.ROOT, message, values));
    }

    private void finite() {
        for (Points points : new Points[] {
            labels.landmarks().fixed(),
            labels.landmarks().jawContour(),
            labels.landmarks().dense()
        }) {
            if (points != null) {
                finite("a landmark in the image", points.points2d());
                finite("a landmark", points.points3d());
            }
        }
        finite("the camera", camera.worldToCamera());
        finite("the head's pose", labels.head().headToWorld());
        finite("a movement", labels.head().movements());
        finite("an eye's centre", labels.eyes().leftCenter());
        finite("an eye's centre", labels.eyes().rightCenter());
        finite("a gaze", labels.eyes().leftGaze());
        finite("a gaze", labels.eyes().rightGaze());
    }

    private static void finite(String what, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw fault("NOT_FINITE", "%s has the coordinate %s", what, value);
            }
        }
    }

    private static void finite(String what, double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw fault("NOT_FINITE", "%s has the value %s", what, value);
            }
        }
    }

    /** A picture has at least two colours. */
    private void picture() {
        byte[] rgb = frame.rgb();
        for (int i = 3; i < rgb.length; i++) {
            if (rgb[i] != rgb[i - 3]) {
                return;
            }
        }
        if (frame.size().pixels() > 1) {
            throw fault(
                    "EMPTY_IMAGE", "all pixels have the colour %d, %d, %d", rgb[0] & 255, rgb[1] & 255, rgb[2] & 255);
        }
    }

    /** Depth and classes know the same surfaces. Gives how many pixels show the skin of the face. */
    private int layers() {
        byte[] classes = frame.classes();
        float[] depths = frame.depth();
        int faults = 0;
        int skin = 0;
        for (int i = 0; i < classes.length; i++) {
            int kind = classes[i];
            float depth = depths[i];
            boolean sound = depth >= 0 && depth <= Float.MAX_VALUE && (kind == 0) == (depth == 0);
            faults += sound ? 0 : 1;
            skin += kind == SKIN.code() || kind == NOSE.code() ? 1 : 0;
        }
        if (faults > 0) {
            throw layersFault();
        }
        return skin;
    }

    private FaultyLabelsException layersFault() {
        for (int i = 0; ; i++) {
            int kind = frame.classes()[i] & 255;
            float depth = frame.depth()[i];
            if (!Float.isFinite(depth) || depth < 0) {
                return fault("NOT_FINITE", "pixel %d has the depth %s mm", i, depth);
            }
            if (kind == 0 != (depth == 0)) {
                return fault("LAYERS_DISAGREE", "pixel %d is of class %d and at a depth of %s mm", i, kind, depth);
            }
        }
    }

    /** What is seen of the face has its class. */
    private void skin(int pixels) {
        int visible = 0;
        for (byte code : labels.landmarks().fixed().visibility()) {
            visible += code == 2 ? 1 : 0;
        }
        if (visible >= ENOUGH && pixels == 0) {
            throw fault("CLASS_MISSING", "%d landmarks are visible, and no pixel shows skin", visible);
        }
    }

    /** Every class that lines of sight meet in some pixels is shown by one of them. */
    private void classes(Witnesses witnesses) {
        int[][] counts = witnesses.counts(frame);
        for (SegmentationClass kind : SegmentationClass.values()) {
            int expected = counts[kind.code()][0];
            if (expected >= WITNESSES && counts[kind.code()][1] == 0) {
                throw fault(
                        "CLASS_MISSING",
                        "%d lines of sight meet %s, and none of their pixels shows it",
                        expected,
                        kind.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Landmarks are projected in 64 bits from the mesh on the processor; the layers come from the device. */
    private void landmarks() {
        Points points = labels.landmarks().fixed();
        int visible = 0;
        int inside = 0;
        int behindSelf = 0;
        int offDepth = 0;
        int offClass = 0;
        double[] c = new double[3];
        for (int i = 0; i < points.count(); i++) {
            inside += points.visibility()[i] == 0 ? 0 : 1;
            behindSelf += points.hiddenBy()[i] == HiddenBy.SELF.code() ? 1 : 0;
            if (points.visibility()[i] == 2) {
                visible++;
                float[] p = points.points3d();
                camera.toCamera(p[3 * i], p[3 * i + 1], p[3 * i + 2], c);
                double pixel = c[2] / camera.intrinsics().fx();
                double x = points.points2d()[2 * i];
                double y = points.points2d()[2 * i + 1];
                offDepth += nearDepth(x, y, c[2], DEPTH + 4 * pixel) ? 0 : 1;
                offClass += nearClass(i, x, y, (int) (2 + REACH / pixel)) ? 0 : 1;
            }
        }
        double[] h = labels.head().headToWorld();
        double[] m = camera.worldToCamera();
        double towards = -(m[8] * h[2] + m[9] * h[6] + m[10] * h[10]);
        if (inside >= ENOUGH && 3 * behindSelf > 2 * inside && towards > FACING) {
            throw fault(
                    "DEPTH_MISMATCH",
                    "the face looks at the camera, and hides %d of its %d landmarks",
                    behindSelf,
                    inside);
        }
        if (visible >= ENOUGH && offDepth > MOST_OFF * visible) {
            throw fault(
                    "DEPTH_MISMATCH",
                    "%d of %d visible landmarks are not at the depth that the picture has there",
                    offDepth,
                    visible);
        }
        if (visible >= ENOUGH && offClass > MOST_OFF * visible) {
            throw fault(
                    "LANDMARK_OFF_CLASS", "%d of %d visible landmarks are not on their own class", offClass, visible);
        }
    }

    private boolean nearDepth(double x, double y, double depth, double allowance) {
        int left = (int) StrictMath.floor(x - 0.5);
        int top = (int) StrictMath.floor(y - 0.5);
        for (int corner = 0; corner < 4; corner++) {
            int at = pixel(left + (corner & 1), top + (corner >> 1));
            if (frame.depth()[at] > 0 && Math.abs(frame.depth()[at] - depth) <= allowance) {
                return true;
            }
        }
        return false;
    }

    private boolean nearClass(int landmark, double x, double y, int reach) {
        boolean[] own = Ibug68.isMouth(landmark) ? MOUTH : Ibug68.isNose(landmark) ? NOSES : HEAD;
        int column = (int) StrictMath.floor(x);
        int row = (int) StrictMath.floor(y);
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                if (own[frame.classes()[pixel(column + dx, row + dy)]]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean[] codes(Set<SegmentationClass> kinds) {
        boolean[] codes = new boolean[256];
        kinds.forEach(kind -> codes[kind.code()] = true);
        return codes;
    }

    /** The nearest pixel in the image. */
    private int pixel(int column, int row) {
        int x = Math.max(0, Math.min(frame.size().width() - 1, column));
        int y = Math.max(0, Math.min(frame.size().height() - 1, row));
        return y * frame.size().width() + x;
    }
}
