package io.limner.renderer.head.wear;

import io.limner.renderer.head.Deformed;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.strand.HeadFrame;
import io.limner.schema.label.SegmentationClass;

/** The measures of one head that things are made to, in the head frame, mm. Reliefs are taken when first asked for. */
final class Fitting {
    private final Deformed face;
    private final HeadFrame frame;
    private final EarRoots ears;
    private Relief front;
    private Relief left;
    private Relief right;

    Fitting(Deformed face, HeadFrame frame, EarRoots ears) {
        this.face = face;
        this.frame = frame;
        this.ears = ears;
    }

    HeadFrame frame() {
        return frame;
    }

    Mesh head() {
        return face.head();
    }

    /** Landmark {@code i} of the 68. */
    double[] landmark(int i) {
        double[] p = new double[3];
        frame.toHead(face.anchors().landmarks(), 3 * i, p);
        return p;
    }

    /** The centre of an eyeball; {@code side} is 1 for the subject's left. */
    double[] eye(int side) {
        double[] p = new double[3];
        frame.toHead((side > 0 ? face.anchors().leftEye() : face.anchors().rightEye()).center(), 0, p);
        return p;
    }

    /** Where the upper end of an ear meets the head. */
    double[] earRoot(int side) {
        double[] p = new double[3];
        frame.toHead(face.head().positions(), 3 * (side > 0 ? ears.left() : ears.right()), p);
        return p;
    }

    /** How far forward the face reaches, over (x, y). */
    Relief front() {
        if (front == null) {
            front = new Relief(
                    face.head(),
                    frame,
                    Relief.Side.FRONT,
                    new Relief.Middle(0, -10),
                    SegmentationClass.CLOTHING.code(),
                    SegmentationClass.NECK.code());
        }
        return front;
    }

    /** How far the head without its ear reaches to one side, over (z, y). */
    Relief side(int side) {
        if (side > 0) {
            left = left == null ? flank(Relief.Side.LEFT) : left;
            return left;
        }
        right = right == null ? flank(Relief.Side.RIGHT) : right;
        return right;
    }

    private Relief flank(Relief.Side from) {
        return new Relief(
                face.head(),
                frame,
                from,
                new Relief.Middle(-60, 0),
                SegmentationClass.EAR.code(),
                SegmentationClass.CLOTHING.code(),
                SegmentationClass.NECK.code());
    }
}
