package io.limner.renderer.head.wear;

import io.limner.renderer.head.Lens;
import io.limner.renderer.head.strand.HeadFrame;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Wear;
import java.util.ArrayList;
import java.util.List;

/** Glasses, made to a face: lenses before the eyes, the bridge on the nose, temples over the ears. Head frame, mm. */
final class Glasses {
    private static final int RIM_POINTS = 40;
    /** How far the inner faces of the lenses stay from the skin, which lashes need, mm. */
    private static final double CLEARANCE = 1.2;
    /** How much the lower rim is nearer to the face than the upper one, and the outer edge than the inner: tangents. */
    private static final double LEAN = 0.13;

    private static final double WRAP = 0.09;

    private final Wear.Glasses wear;
    private final Fitting fitting;
    private final FrameForm form;
    private final Lens.Outline outline;
    private final double[][] centers = new double[2][];
    private final double[][] across = new double[2][];
    private final double[] up = Space.unit(new double[] {0, 1, LEAN});

    /** @param over how thick a mask is that they are worn over, mm */
    Glasses(Wear.Glasses wear, Fitting fitting, double over) {
        this.wear = wear;
        this.fitting = fitting;
        this.form = FrameForm.of(wear.frame());
        double nose = noseHalf();
        double[] left = fitting.eye(1);
        double[] right = fitting.eye(-1);
        double y = 0.5 * (left[1] + right[1]) - form.drop();
        double reach = 0.5 * (fitting.side(1).at(-6, y, 3) + fitting.side(-1).at(-6, y, 3));
        double half = Math.max(form.least(), Math.min(form.most(), 0.5 * (reach - 5 - nose)));
        // Eyes look through the inner half of a lens or its middle, never the outer half.
        double middle = Math.max(nose + half, left[0] - 1);
        outline = new Lens.Outline(half, half * form.aspect(), form.exponent(), form.taper(), form.lift());
        double[] z = new double[2];
        for (int i = 0; i < 2; i++) {
            int side = side(i);
            across[i] = Space.unit(new double[] {side, 0, -WRAP});
            centers[i] = new double[] {side * middle, y, 0};
            z[i] = depth(i) + over;
        }
        for (int i = 0; i < 2; i++) {
            centers[i][2] = Math.max(z[0], z[1]);
        }
    }

    private static int side(int i) {
        return i == 0 ? 1 : -1;
    }

    /** Half the distance between the lenses: where the flank of the nose falls back behind them. */
    private double noseHalf() {
        double bridge = fitting.front().at(0, fitting.landmark(27)[1], 1);
        double half = 8;
        while (half < 11.5
                && Math.max(fitting.front().at(half, -8, 1), fitting.front().at(-half, -8, 1)) > bridge + 1) {
            half += 0.5;
        }
        return half + form.rim();
    }

    /** The least z of the centre at which no point of the lens or its rim comes nearer to the skin than it may. */
    private double depth(int i) {
        double least = Math.max(fitting.eye(1)[2], fitting.eye(-1)[2]) + 22;
        for (int ring = 1; ring <= 4; ring++) {
            for (int k = 0; k < 2 * RIM_POINTS; k++) {
                double[] uv = outline.at(StrictMath.PI * k / RIM_POINTS);
                double share = ring / 4.0;
                double grown = ring == 4 ? 1 + form.rim() / outline.height() : share;
                double[] p = point(i, grown * uv[0], grown * uv[1]);
                double skin = fitting.front().at(p[0], p[1], 1.5);
                double room = CLEARANCE + (ring == 4 ? form.depth() : 0);
                least = Math.max(least, skin + room - p[2]);
            }
        }
        return least;
    }

    private double[] point(int i, double u, double v) {
        return Space.plus(centers[i], u, across[i], v, up);
    }

    /** The frame. */
    void build(Solids out) {
        Solids.Stuff stuff = form.metal() ? metal() : plastic();
        for (int i = 0; i < 2; i++) {
            if (form.rim() > 0) {
                rim(out, stuff, i);
            }
            temple(out, stuff, i);
            pad(out, i);
        }
        bridge(out, stuff);
    }

    private void rim(Solids out, Solids.Stuff stuff, int i) {
        double[][] path = new double[RIM_POINTS][];
        double[] plane = Space.cross(across[i], up);
        for (int k = 0; k < RIM_POINTS; k++) {
            double[] uv = outline.at(2 * StrictMath.PI * k / RIM_POINTS);
            double grow = 1 + 0.6 * form.rim() / outline.height();
            path[k] = point(i, grow * uv[0], grow * uv[1]);
        }
        out.bar(stuff, path, true, plane, form.depth(), form.rim());
    }

    /** From lens to lens over the nose; aviators have a second bar above. */
    private void bridge(Solids out, Solids.Stuff stuff) {
        double start = form.rim() > 0 ? StrictMath.PI * 0.86 : StrictMath.PI * 0.93;
        span(out, stuff, start, 1.6);
        if (wear.frame() == Wear.Frame.AVIATOR) {
            span(out, stuff, StrictMath.PI * 0.70, 0.4);
        }
    }

    private void span(Solids out, Solids.Stuff stuff, double angle, double arch) {
        double[] uv = outline.at(angle);
        double[] from = point(0, uv[0], uv[1]);
        double[] to = point(1, uv[0], uv[1]);
        double thick = form.metal() ? 1.0 : form.depth();
        final int steps = 8;
        double lift = 0;
        for (int k = 1; k < steps; k++) {
            double[] p = bow(from, to, k / (double) steps, arch, 0);
            lift = Math.max(
                    lift, (fitting.front().at(p[0], p[1], 1.5) + 0.6 + thick - p[2]) / swell(k / (double) steps));
        }
        double[][] path = new double[steps + 1][];
        for (int k = 0; k <= steps; k++) {
            path[k] = bow(from, to, k / (double) steps, arch, lift);
        }
        out.bar(stuff, path, false, new double[] {0, 0, 1}, thick, form.metal() ? 1.0 : 1.1 * form.rim());
    }

    private static double swell(double t) {
        return Math.min(1, 5 * Math.min(t, 1 - t));
    }

    private static double[] bow(double[] from, double[] to, double t, double arch, double forward) {
        double[] p = Space.between(from, to, t);
        p[1] += arch * 4 * t * (1 - t);
        p[2] += forward * swell(t);
        return p;
    }

    /** A pad on each flank of the nose, on an arm from the rim. */
    private void pad(Solids out, int i) {
        if (!form.metal()) {
            return;
        }
        double[] uv = outline.at(StrictMath.PI * 1.06);
        double[] from = point(i, uv[0], uv[1]);
        double x = from[0] - side(i) * 2.2;
        double y = from[1] - 2.5;
        double[] at = {x, y, Math.max(fitting.front().at(x, y, 2.5) + 1.2, from[2] - 9)};
        double[] bend = Space.between(from, at, 0.5);
        bend[2] -= 1.2;
        out.bar(metal(), new double[][] {from, bend, at}, false, new double[] {0, 1, 0}, 0.5, 0.5);
        Solids.Stuff clear =
                new Solids.Stuff(SegmentationClass.GLASSES.code(), new double[] {0.55, 0.50, 0.45}, 0.25, 0);
        double[][] oval = {
            {at[0] + side(i) * 0.3, at[1] + 4.2, at[2] - 0.4},
            {at[0], at[1] + 1.5, at[2]},
            {at[0] + side(i) * 0.4, at[1] - 1.5, at[2]},
            {at[0] + side(i) * 1.2, at[1] - 4.2, at[2] - 0.4}
        };
        for (double[] p : oval) {
            p[2] = Math.max(p[2], fitting.front().at(p[0], p[1], 2.5) + 1.2);
        }
        out.bar(clear, oval, false, new double[] {side(i), 0, 1}, 0.7, 1.6);
    }

    /** From the outer edge of a lens back over the ear, outside of the skin all the way, then down behind the ear. */
    private void temple(Solids out, Solids.Stuff stuff, int i) {
        int side = side(i);
        double thick = form.metal() ? 0.8 : 1.3;
        double tall = form.metal() ? 1.1 : 2.6;
        double[] uv = outline.at(form.hinge());
        double[] from = point(i, uv[0] + 0.6 * form.rim(), uv[1]);
        double[] ear = fitting.earRoot(side);
        double[] rest = {ear[0] + side * (thick + 0.5), ear[1] + tall + 0.8, ear[2]};
        Relief flank = fitting.side(side);
        double corner = Math.max(side * from[0] + 2.5, flank.at(from[2] - 8, from[1], 4) + thick + 1.5);
        double[] hinge = {side * corner, from[1], from[2] - 4.5};
        double[][] end = {
            {from[0] - side * 1.0, from[1], from[2]},
            {from[0] + side * 0.55 * (corner - side * from[0]), from[1], from[2] - 0.3},
            {side * corner - side * 0.3, from[1], from[2] - 1.0},
            {side * corner, from[1], from[2] - 2.5}
        };
        out.bar(stuff, end, false, new double[] {0, 1, 0}, tall, thick);
        List<double[]> path = new ArrayList<>();
        path.add(new double[] {side * corner, from[1], from[2] - 1.6});
        path.add(hinge);
        final int steps = 14;
        for (int k = 1; k <= steps; k++) {
            double[] p = Space.between(hinge, rest, k / (double) steps);
            path.add(outside(p, side, flank, thick));
        }
        for (int k = 1; k <= 5; k++) {
            double t = k / 5.0;
            // Behind the ear the head grows narrower; the tips follow it.
            double[] p = {rest[0] - side * 9 * t, rest[1] - 26 * t * t - 4 * t, rest[2] - 16 * t};
            outside(p, side, flank, thick);
            if (side * (p[0] - rest[0]) > 2.5) {
                break; // The neck is in the way: temples end rather than stand off.
            }
            path.add(p);
        }
        eased(path, side);
        out.bar(stuff, path.toArray(new double[0][]), false, new double[] {1, 0, 0.02}, thick, tall);
    }

    private static double[] outside(double[] p, int side, Relief flank, double thick) {
        double least = flank.at(p[2], p[1], 3) + thick + 0.7;
        p[0] = side * Math.max(side * p[0], least);
        return p;
    }

    /** Temples do not follow every hollow: each point moves outwards until the line bends no more than steel does. */
    private static void eased(List<double[]> path, int side) {
        for (int round = 0; round < 30; round++) {
            for (int k = 2; k < path.size() - 1; k++) {
                double straight = 0.5 * side * (path.get(k - 1)[0] + path.get(k + 1)[0]);
                double[] p = path.get(k);
                p[0] = side * Math.max(side * p[0], straight);
            }
        }
    }

    private Solids.Stuff metal() {
        double[] color =
                switch (wear.color()) {
                    case BLACK -> new double[] {0.05, 0.05, 0.055};
                    case BROWN -> new double[] {0.24, 0.15, 0.09};
                    case GOLD -> new double[] {0.78, 0.57, 0.27};
                    case SILVER -> new double[] {0.66, 0.66, 0.67};
                    case RED -> new double[] {0.42, 0.05, 0.05};
                    case BLUE -> new double[] {0.08, 0.14, 0.38};
                };
        return new Solids.Stuff(SegmentationClass.GLASSES.code(), color, 0.32, 1);
    }

    private Solids.Stuff plastic() {
        double[] color =
                switch (wear.color()) {
                    case BLACK -> new double[] {0.012, 0.012, 0.013};
                    case BROWN -> new double[] {0.085, 0.032, 0.012};
                    case GOLD -> new double[] {0.36, 0.21, 0.08};
                    case SILVER -> new double[] {0.30, 0.30, 0.31};
                    case RED -> new double[] {0.26, 0.015, 0.02};
                    case BLUE -> new double[] {0.02, 0.05, 0.19};
                };
        return new Solids.Stuff(SegmentationClass.GLASSES.code(), color, 0.26, 0);
    }

    /** Discs in the place of dark lenses, which cast a shadow. */
    void shade(Solids out) {
        Solids.Stuff stuff = plastic();
        for (int i = 0; i < 2; i++) {
            double[] c = centers[i];
            int middle = out.vertex(stuff, c[0], c[1], c[2], 0, 0, 1);
            for (int k = 0; k < RIM_POINTS; k++) {
                double[] uv = outline.at(2 * StrictMath.PI * k / RIM_POINTS);
                double[] p = point(i, uv[0], uv[1]);
                out.vertex(stuff, p[0], p[1], p[2], 0, 0, 1);
            }
            for (int k = 0; k < RIM_POINTS; k++) {
                out.triangle(stuff, middle, middle + 1 + k, middle + 1 + (k + 1) % RIM_POINTS);
            }
        }
    }

    /** Both lenses in the world, the subject's left first. */
    List<Lens> lenses() {
        HeadFrame frame = fitting.frame();
        List<Lens> lenses = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            double[] c = {frame.worldX(centers[i]), frame.worldY(centers[i]), frame.worldZ(centers[i])};
            lenses.add(new Lens(c, turned(frame, across[i]), turned(frame, up), outline));
        }
        return lenses;
    }

    private static double[] turned(HeadFrame frame, double[] d) {
        double[] m = frame.headToWorld();
        double[] out = new double[3];
        for (int k = 0; k < 3; k++) {
            out[k] = m[4 * k] * d[0] + m[4 * k + 1] * d[1] + m[4 * k + 2] * d[2];
        }
        return out;
    }
}
