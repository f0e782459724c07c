package io.limner.renderer.head.wear;

import io.limner.renderer.head.Deformed;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.strand.HeadFrame;

/** The measures of one head that things are made to, in the head frame, mm. Reliefs are taken when first asked for. */
final class Fitting {
    private static final HeadFrame WORLD = new HeadFrame(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});

    private final Deformed face;
    private final HeadFrame frame;
    private final Parts parts;
    private Relief front;
    private Relief left;
    private Relief right;
    private Skull skull;

    Fitting(Deformed face, HeadFrame frame, Parts parts) {
        this.face = face;
        this.frame = frame;
        this.parts = parts;
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
        frame.toHead(
                face.head().positions(),
                3 * (side > 0 ? parts.ears().left() : parts.ears().right()).root(),
                p);
        return p;
    }

    /**
     * How far an ear reaches, mm.
     *
     * @param low its lowest y
     * @param top its highest
     * @param back its least z
     * @param front its greatest
     * @param out its greatest distance from the middle of the head
     */
    record Ear(double low, double top, double back, double front, double out) {
        /** Its middle from back to front. */
        double middle() {
            return 0.5 * (back + front);
        }
    }

    /** The ear on a side. */
    Ear ear(int side) {
        double[] p = new double[3];
        double[] least = {1e9, 1e9, 1e9};
        double[] most = {-1e9, -1e9, -1e9};
        for (int v : (side > 0 ? parts.ears().left() : parts.ears().right()).vertices()) {
            frame.toHead(face.head().positions(), 3 * v, p);
            for (int k = 0; k < 3; k++) {
                least[k] = Math.min(least[k], p[k]);
                most[k] = Math.max(most[k], p[k]);
            }
        }
        return new Ear(least[1], most[1], least[2], most[2], side > 0 ? most[0] : -least[0]);
    }

    /** What hats are put on. */
    Skull skull() {
        if (skull == null) {
            skull = new Skull(face.head(), frame);
        }
        return skull;
    }

    /** How far forward the face reaches, over (x, y). */
    Relief front() {
        if (front == null) {
            front = new Relief(face.head(), parts.front(), frame, Relief.Side.FRONT, new Relief.Middle(0, -10));
        }
        return front;
    }

    /** How far the head without its ear reaches to one side, over (z, y). */
    Relief side(int side) {
        if (side > 0) {
            left = left == null ? flank(parts.left(), Relief.Side.LEFT) : left;
            return left;
        }
        right = right == null ? flank(parts.right(), Relief.Side.RIGHT) : right;
        return right;
    }

    private Relief flank(Parts.Part part, Relief.Side from) {
        return new Relief(face.head(), part, frame, from, new Relief.Middle(-60, 0));
    }

    /** How far forward neck and clothing reach in the world, over (x, y). */
    Relief chest() {
        return new Relief(face.head(), parts.chest(), WORLD, Relief.Side.FRONT, new Relief.Middle(0, -250));
    }
}
