package io.limner.renderer.head.wear;

import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Wear;

/** A phone, a cup or a card before the face, as near to it as told. */
final class Occluder {
    private static final int ROUND = 32;

    private final Wear.Occluder wear;
    private final double[] right;
    private final double[] up;
    private final double[] center;

    Occluder(Wear.Occluder wear, Fitting fitting) {
        this.wear = wear;
        double turn = StrictMath.toRadians(wear.roll());
        this.right = new double[] {StrictMath.cos(turn), -StrictMath.sin(turn), 0};
        this.up = new double[] {StrictMath.sin(turn), StrictMath.cos(turn), 0};
        double[] tip = fitting.landmark(30);
        this.center = new double[] {tip[0] + wear.x(), tip[1] + wear.y(), 0};
        double[] half = half();
        double nearest = -60;
        for (int i = -6; i <= 6; i++) {
            for (int j = -6; j <= 6; j++) {
                double[] p = Space.plus(center, half[0] * i / 6, right, half[1] * j / 6, up);
                nearest = Math.max(nearest, fitting.front().at(p[0], p[1], 8));
            }
        }
        center[2] = nearest + wear.gap() + half[2];
    }

    /** Half of its width, height and depth, mm. */
    private double[] half() {
        return switch (wear.thing()) {
            case NONE -> throw new IllegalArgumentException("nothing has no size");
            case PHONE -> new double[] {36, 74, 4};
            case CUP -> new double[] {42, 55, 42};
            case CARD -> new double[] {42.8, 27, 0.5};
        };
    }

    void build(Solids out) {
        double[] half = half();
        switch (wear.thing()) {
            case NONE -> {}
            case PHONE -> {
                slab(out, stuff(0.02, 0.02, 0.024, 0.3), center, half, 9);
                double[] corner = Space.plus(center, 17, right, 52, up);
                corner[2] += 4.6;
                slab(out, stuff(0.05, 0.05, 0.055, 0.35), corner, new double[] {14, 14, 1}, 5);
                for (int k = 0; k < 3; k++) {
                    double[] eye = Space.plus(corner, k == 2 ? 6 : -6, right, k == 1 ? -6 : k == 0 ? 6 : 0, up);
                    eye[2] += 1;
                    slab(out, stuff(0.004, 0.004, 0.006, 0.08), eye, new double[] {5, 5, 1}, 5);
                }
            }
            case CARD -> {
                slab(out, stuff(0.72, 0.71, 0.68, 0.45), center, half, 3.2);
                double[] stripe = Space.plus(center, 0, right, 14, up);
                stripe[2] += 0.35;
                slab(out, stuff(0.05, 0.10, 0.30, 0.4), stripe, new double[] {42, 6, 0.4}, 0.5);
            }
            case CUP -> {
                turned(out, stuff(0.70, 0.69, 0.66, 0.6), new double[][] {{30, -55}, {38.5, 48}});
                turned(out, stuff(0.22, 0.12, 0.06, 0.8), new double[][] {{32.8, -28}, {36.6, 22}});
                turned(out, stuff(0.03, 0.03, 0.03, 0.35), new double[][] {{40.5, 46}, {40.5, 50}, {36, 55}});
            }
        }
    }

    private static Solids.Stuff stuff(double r, double g, double b, double roughness) {
        return new Solids.Stuff(SegmentationClass.OCCLUDER.code(), new double[] {r, g, b}, roughness, 0);
    }

    /** A box with rounded corners, flat towards the face. */
    private void slab(Solids out, Solids.Stuff stuff, double[] middle, double[] half, double corner) {
        double[][] edge = new double[ROUND][];
        for (int k = 0; k < ROUND; k++) {
            double angle = 2 * StrictMath.PI * (k + 0.5) / ROUND;
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            edge[k] = new double[] {
                Math.signum(c) * (half[0] - corner) + corner * c, Math.signum(s) * (half[1] - corner) + corner * s
            };
        }
        for (int face = -1; face <= 1; face += 2) {
            int first = ring(out, stuff, middle, edge, face * half[2]);
            for (int k = 1; k + 1 < ROUND; k++) {
                int a = face > 0 ? first + k : first + k + 1;
                int b = face > 0 ? first + k + 1 : first + k;
                out.triangle(stuff, first, a, b);
            }
        }
        int back = ring(out, stuff, middle, edge, -half[2]);
        int front = ring(out, stuff, middle, edge, half[2]);
        for (int k = 0; k < ROUND; k++) {
            int n = (k + 1) % ROUND;
            out.quad(stuff, back + k, back + n, front + n, front + k);
        }
    }

    private int ring(Solids out, Solids.Stuff stuff, double[] middle, double[][] edge, double z) {
        int first = -1;
        for (double[] e : edge) {
            double[] p = Space.plus(middle, e[0], right, e[1], up);
            int v = out.vertex(stuff, p[0], p[1], p[2] + z, e[0], e[1], 0.95);
            first = first < 0 ? v : first;
        }
        return first;
    }

    /** A body about the axis {@code up}, by (radius, height) from below; closed at both ends. */
    private void turned(Solids out, Solids.Stuff stuff, double[][] profile) {
        for (int i = 0; i + 1 < profile.length; i++) {
            int low = circle(out, stuff, profile[i][0], profile[i][1]);
            int high = circle(out, stuff, profile[i + 1][0], profile[i + 1][1]);
            for (int k = 0; k < ROUND; k++) {
                int n = (k + 1) % ROUND;
                out.quad(stuff, low + k, low + n, high + n, high + k);
            }
        }
        int bottom = circle(out, stuff, profile[0][0], profile[0][1]);
        int top = circle(out, stuff, profile[profile.length - 1][0], profile[profile.length - 1][1]);
        for (int k = 1; k + 1 < ROUND; k++) {
            out.triangle(stuff, top, top + k, top + k + 1);
            out.triangle(stuff, bottom, bottom + k + 1, bottom + k);
        }
    }

    private int circle(Solids out, Solids.Stuff stuff, double radius, double height) {
        int first = -1;
        for (int k = 0; k < ROUND; k++) {
            double angle = 2 * StrictMath.PI * k / ROUND;
            double[] p = Space.plus(center, radius * StrictMath.cos(angle), right, height, up);
            int v = out.vertex(stuff, p[0], p[1], p[2] - radius * StrictMath.sin(angle), k, height, 0.95);
            first = first < 0 ? v : first;
        }
        return first;
    }
}
