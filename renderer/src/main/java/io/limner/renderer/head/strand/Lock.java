package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.SkinRegions;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Hair;

/** One lock of scalp hair after the other. Head frame, mm. */
final class Lock {
    /** Radius of curls (mm) and length of a lock that makes one turn, against how curly hair is. */
    private static final double[][] RADIUS = {{0, 0.7}, {0.15, 2.2}, {0.3, 4.2}, {0.5, 5.6}, {0.65, 5.0}, {1, 3.0}};

    private static final double[][] TURN = {{0, 120}, {0.3, 62}, {0.5, 34}, {0.65, 24}, {1, 9}};

    /** Pieces of locks that cast shadows, at most about; each stands for its neighbours. */
    private static final int CASTING = 3500;

    private final Hair.Scalp scalp;
    private final Cut cut;
    private final Chance chance;
    private final HeadShell shell;
    private final Shoulders shoulders;
    private final HeadFrame frame;
    private final double[] eye;
    private final Flow flow;
    /** Distance from the middle at which long hair leaves the face free, mm. */
    private final double open;

    private final double curl;
    private final int segments;
    private final int locks;
    private final double widening;
    /** Every so many locks one casts a shadow. */
    private final int stride;

    private final double[] down = new double[3];
    private final double[] points;
    private final double[] direction = new double[3];
    private final double[] comb = new double[3];
    private final double[] outward = new double[3];
    private final double[] world = new double[3];
    private int index;
    private double layer;
    private double length;
    private double height;
    private double thin;
    private double behind;
    private double turnCos;
    private double turnSin;

    private Lock(Hair hair, Ribbons out, Mesh head, HeadFrame frame) {
        Detail.Part detail = out.detail().locks();
        Hair.Scalp scalp = hair.scalp();
        this.cut = Cut.of(scalp.style());
        this.scalp = scalp;
        this.chance = new Chance(hair.seed());
        this.shell = new HeadShell(head, frame);
        this.shoulders = new Shoulders(head);
        this.frame = frame;
        this.eye = out.eye();
        this.flow = Flow.of(scalp);
        this.open = 54 + 16 * chance.at(-1, 1);
        this.curl = scalp.drawnCurl();
        // Curls take more pieces than straight hair.
        this.segments = (int) Math.round(
                cut.segments() * (1 + curliness() * Math.min(1.2, cut.length().top() / 90)));
        this.locks = detail.of((int) Math.round(cut.locks() * scalp.density() / (1 + 0.5 * curliness())));
        this.stride = Math.max(3, locks * segments / CASTING);
        this.widening = detail.widening();
        this.points = new double[3 * (segments + 1)];
        frame.directionToHead(0, -1, 0, down);
    }

    /**
     * For the hair of a head that has some.
     *
     * @param out what the hair is for
     */
    static Lock of(Hair hair, Ribbons out, Mesh head, HeadFrame frame) {
        return new Lock(hair, out, head, frame);
    }

    /** By how much the hair is curlier than its cut asks for. */
    private double curliness() {
        return (curl - scalp.style().leastCurl()) * Math.min(1, cut.length().top() / 40);
    }

    /** How many locks there are. */
    int count() {
        return locks;
    }

    /** How far the hair stands off over a place, mm. */
    private double volume(double[] root, double[] rest) {
        Cut.Volume v = cut.volume();
        double lumps = 1 + (0.05 + 0.12 * curl) * chance.noise(root[0] / 34, root[1] / 34, root[2] / 34, 20);
        double size = cut.lie().comb() == Cut.Comb.UPRIGHT ? scalp.length() : StrictMath.sqrt(scalp.length());
        double curled = curliness() * Math.min(16, 0.25 * cut.length().top());
        return (Cut.over(rest, v.top(), v.side(), v.nape()) * size + curled) * lumps * flow.rising(root);
    }

    /** How far a place of the head at rest lies behind the hairline: 0 on it, 1 from about 40 mm on. */
    static double inside(double[] rest) {
        double inside = 0;
        for (double inset = 7; inset < 40; inset += 8) {
            inside += 0.2 * SkinRegions.scalp(Math.abs(rest[0]), rest[1] - inset, rest[2]);
        }
        return inside;
    }

    /** How far a cap fills the gaps, 0 to 1. */
    double capped() {
        return cut.volume().cap() > 0 ? SkinRegions.smooth(0.25, 0.65, scalp.density()) : 0;
    }

    /** Height of the cap over a place, mm. */
    double cap(double[] root, double[] rest) {
        return cut.volume().cap() * volume(root, rest) * capped();
    }

    /**
     * Grows a lock, unless the skull hides all of it and it casts no shadow.
     *
     * @param rest its root on the head at rest
     * @param inside how far that lies behind the hairline
     * @return whether it was grown
     */
    boolean grow(int i, double[] root, double[] normal, double[] rest, double density, double inside) {
        index = i;
        // The outermost come first, and hide what is drawn after them.
        layer = 1 - (i + 0.5) / locks;
        // A hairline is no line.
        thin = density * (1 + 0.5 * chance.noise(root[0] / 7, root[1] / 7, root[2] / 7, 23) * (1 - density));
        double edge = 0.45 + 0.55 * density;
        behind = inside;
        double volume = volume(root, rest) * edge * (0.4 + 0.6 * behind);
        Cut.Length l = cut.length();
        length = scalp.length()
                * Cut.over(rest, l.top(), l.side(), l.nape())
                * (1 + l.spread() * chance.around(i, 9))
                * edge;
        height = 1.0 + volume * (0.10 + 0.90 * layer);
        if (!casts() && shell.hidesAbout(root, 1.3 * length + 2 * volume + 10, eye)) {
            return false;
        }
        double turn = (cut.lie().comb() == Cut.Comb.PARTED ? 0.3 : 0.55)
                        * chance.noise(root[0] / 24, root[1] / 24, root[2] / 24, 21)
                + 0.18 * chance.around(i, 2);
        boolean upright = cut.lie().comb() == Cut.Comb.UPRIGHT;
        double start = -0.5;
        if (upright) {
            // Locks begin in the cap; where hair is too thin for one, on the skin.
            double depth = volume * (0.25 + 0.45 * layer);
            double capped = capped();
            start = depth * capped;
            length = Math.min(length, 0.75 * volume + 4) + depth * (1 - capped);
        }
        for (int k = 0; k < 3; k++) {
            points[k] = root[k] + start * normal[k];
            outward[k] = normal[k];
        }
        turnCos = StrictMath.cos(turn);
        turnSin = StrictMath.sin(turn);
        combed(root);
        // Hair of the nape lies flat, or it would stand off sideways below the ears.
        double flat = upright ? 1 : 1 - 0.7 * SkinRegions.smooth(10, -35, rest[1]);
        double lift = flat * cut.lie().lift() * (0.8 + 0.4 * chance.at(i, 3));
        for (int k = 0; k < 3; k++) {
            direction[k] = lift * normal[k] + (1 - lift) * comb[k] + (upright ? 0.35 : 0.05) * chance.around(i, 4 + k);
        }
        Vectors.normalize(direction);
        walk(upright);
        curl();
        return true;
    }

    private boolean casts() {
        return index % stride == 0;
    }

    private void combed(double[] p) {
        flow.at(p, outward, comb);
        double c = turnCos;
        double s = turnSin;
        double x = outward[1] * comb[2] - outward[2] * comb[1];
        double y = outward[2] * comb[0] - outward[0] * comb[2];
        double z = outward[0] * comb[1] - outward[1] * comb[0];
        comb[0] = c * comb[0] + s * x;
        comb[1] = c * comb[1] + s * y;
        comb[2] = c * comb[2] + s * z;
    }

    private void walk(boolean upright) {
        double step = length * (1 - 0.4 * curl) / segments;
        double[] p = new double[3];
        for (int s = 1; s <= segments; s++) {
            double t = s / (double) segments;
            for (int k = 0; k < 3; k++) {
                p[k] = points[3 * s - 3 + k];
            }
            if (!upright) {
                double over = SkinRegions.smooth(-25, 20, p[1]);
                combed(p);
                double follow = 0.55 * over;
                double pull = cut.lie().fall() * step * (0.4 + t);
                for (int k = 0; k < 3; k++) {
                    direction[k] += follow * (comb[k] - direction[k]) + pull * down[k];
                }
                openFace(p);
                Vectors.normalize(direction);
            }
            for (int k = 0; k < 3; k++) {
                p[k] += step * direction[k];
            }
            if (!upright) {
                settle(p, s * step, t);
            }
            points[3 * s] = p[0];
            points[3 * s + 1] = p[1];
            points[3 * s + 2] = p[2];
        }
    }

    /** Long hair frames the face: what would hang before it turns aside. */
    private void openFace(double[] p) {
        if (cut.length().top() < 100 || p[1] > 62 || p[2] < -45) {
            return;
        }
        double width = open - 0.10 * Math.max(0, -p[1]);
        if (Math.abs(p[0]) < width) {
            direction[0] += p[0] < 0 ? -0.9 : 0.9;
            direction[2] -= 0.75;
        }
    }

    /** Keeps a point off the head, and near its height above the scalp. */
    private void settle(double[] p, double way, double t) {
        double[] c = HeadShell.CENTER;
        double x = p[0] - c[0];
        double y = p[1] - c[1];
        double z = p[2] - c[2];
        double r = StrictMath.sqrt(x * x + y * y + z * z);
        double rise = Math.min(1, way / (1.6 * height + 3));
        double target = shell.radius(x, y, z) + 0.9 + (height - 0.9) * rise * (2 - rise) * (1 - 0.25 * t * t);
        double hold = cut.lie().hold() * SkinRegions.smooth(-40, 25, p[1]);
        double to = r < target ? target : r + hold * (target - r);
        double scale = to / r;
        outward[0] = x / r;
        outward[1] = y / r;
        outward[2] = z / r;
        p[0] = c[0] + scale * x;
        p[1] = c[1] + scale * y;
        p[2] = c[2] + scale * z;
        double in = Vectors.dot(direction, outward);
        if (in < 0 && r < target) {
            for (int k = 0; k < 3; k++) {
                direction[k] -= in * outward[k];
            }
        }
        if (p[1] < -60 && cut.length().top() > 100) {
            world[0] = frame.worldX(p);
            world[1] = frame.worldY(p);
            world[2] = frame.worldZ(p);
            if (world[1] < -100 && world[1] > -175 && Math.abs(world[0]) > 45) {
                // Over the shoulder it falls before or behind.
                double ahead = world[2] > -85 ? 0.25 : -0.25;
                direction[2] += ahead;
            }
            if (shoulders.push(world)) {
                frame.toHead(world, 0, p);
            }
        }
    }

    private void curl() {
        // Short hair has no room for a curl.
        double radius = Math.min(SkinRegions.along(RADIUS, curl), 0.13 * length) * (0.7 + 0.6 * chance.at(index, 10));
        double turnLength =
                Math.max(SkinRegions.along(TURN, curl) * (0.8 + 0.4 * chance.at(index, 12)), 4.5 * length / segments);
        double start = 2
                * StrictMath.PI
                * (chance.at(index, 11) * 0.5 + chance.noise(points[0] / 40, points[1] / 40, points[2] / 40, 22));
        double turns = 2 * StrictMath.PI * length / turnLength * (chance.at(index, 13) < 0.5 ? -1 : 1);
        double[] tangent = new double[3];
        double[] a = new double[3];
        double[] b = new double[3];
        double[] before = {points[0], points[1], points[2]};
        // The curl turns by equal steps.
        double cos = StrictMath.cos(start);
        double sin = StrictMath.sin(start);
        double stepCos = StrictMath.cos(turns / segments);
        double stepSin = StrictMath.sin(turns / segments);
        for (int s = 1; s <= segments; s++) {
            for (int k = 0; k < 3; k++) {
                tangent[k] = points[3 * s + k] - before[k];
                before[k] = points[3 * s + k];
                b[k] = points[3 * s + k] - HeadShell.CENTER[k];
            }
            Vectors.normalize(tangent);
            if (cut.lie().comb() == Cut.Comb.UPRIGHT) {
                b[0] += 30;
                b[2] += 55;
            }
            Vectors.cross(tangent, b, a);
            Vectors.normalize(a);
            Vectors.cross(a, tangent, b);
            double t = s / (double) segments;
            double turned = cos * stepCos - sin * stepSin;
            sin = sin * stepCos + cos * stepSin;
            cos = turned;
            double grow = radius * Math.min(1, 3 * t);
            double ca = grow * cos;
            double cb = grow * (sin + 0.5);
            for (int k = 0; k < 3; k++) {
                points[3 * s + k] += ca * a[k] + cb * b[k];
            }
        }
    }

    void draw(Ribbons out) {
        double[] open = {0.18 + 0.42 * layer + 0.30 * (1 - behind), 0.40 + 0.60 * layer};
        Ribbons.Look look = new Ribbons.Look(
                (byte) SegmentationClass.HAIR.code(),
                widening
                        * cut.lie().width()
                        * (0.7 + 0.6 * chance.at(index, 7))
                        * (0.5 + 0.5 * thin)
                        * (0.55 + 0.45 * scalp.density()),
                0.4,
                0.2 + 0.6 * chance.at(index, 8));
        if (casts()) {
            out.cast(points, segments + 1, Math.min(1.2 * stride, 6) * look.width());
        }
        int first = 0;
        int last = segments;
        while (first < last && hidden(first) && hidden(first + 1)) {
            first++;
        }
        while (last > first && hidden(last) && hidden(last - 1)) {
            last--;
        }
        if (first < last) {
            out.add(points, segments + 1, look, open, first, last);
        }
    }

    private boolean hidden(int s) {
        return shell.hides(points, 3 * s, eye);
    }
}
