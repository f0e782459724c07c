package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.SkinRegions;
import io.limner.renderer.head.Topology;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Hair;

/** Grows the hair of the scalp. All in the head frame, mm. */
final class ScalpHair {
    private static final int MOST = 11000;
    /** The whorl that hair turns about, at rest. */
    private static final double[] CROWN = {6, 98, -118};

    private final Topology topology;
    private final Sites sites;

    ScalpHair(Topology topology, SkinRegions regions) {
        this.topology = topology;
        this.sites = Sites.spread(topology, regions::scalp, MOST, 0x5ca1b);
    }

    void grow(Hair hair, Mesh head, HeadFrame frame, Ribbons out) {
        Cut cut = Cut.of(hair.style());
        if (cut == null) {
            return;
        }
        new Growth(hair, cut, new HeadShell(head, frame), frame, out).grow(head);
    }

    /** One head of hair. */
    private final class Growth {
        private final Cut cut;
        private final Chance chance;
        private final HeadShell shell;
        private final HeadFrame frame;
        private final Ribbons out;
        private final double[] down = new double[3];
        private final double[] points;
        private final double[] direction = new double[3];
        private final double[] comb = new double[3];
        private final double[] normal = new double[3];
        private final double[] rest = new double[3];
        private final double[] root = new double[3];
        private final double sway;
        private final double flip;

        Growth(Hair hair, Cut cut, HeadShell shell, HeadFrame frame, Ribbons out) {
            this.cut = cut;
            this.chance = new Chance(hair.seed());
            this.shell = shell;
            this.frame = frame;
            this.out = out;
            this.points = new double[3 * (cut.segments() + 1)];
            frame.directionToHead(0, -1, 0, down);
            this.flip = chance.at(-1, 0) < 0.5 ? -1 : 1;
            this.sway = 0.8 + 0.45 * chance.at(-1, 1);
        }

        void grow(Mesh head) {
            for (int i = 0; i < cut.strands(); i++) {
                if (chance.at(i, 0) > 0.15 + 1.5 * sites.densities()[i]) {
                    continue;
                }
                sites.at(i, topology, head.positions(), root);
                frame.toHead(root.clone(), 0, root);
                sites.at(i, topology, head.normals(), normal);
                frame.directionToHead(normal[0], normal[1], normal[2], normal);
                Vectors.normalize(normal);
                sites.at(i, topology, topology.rest(), rest);
                strand(i);
            }
        }

        private void strand(int i) {
            combed();
            double length = length(i);
            // Hair of the nape lies flat, or it would stand off sideways below the ears.
            double flat = 1 - 0.75 * SkinRegions.smooth(10, -35, rest[1]);
            double lift = flat * cut.shape().lift() * (0.75 + 0.5 * chance.at(i, 1));
            for (int k = 0; k < 3; k++) {
                direction[k] = lift * normal[k] + (1 - lift) * comb[k] + 0.10 * chance.around(i, 2 + k);
                points[k] = root[k] - 0.5 * normal[k];
            }
            Vectors.normalize(direction);
            double step = length / cut.segments();
            double clearance = 0.8 + chance.at(i, 5) * Math.min(7, 0.06 * length);
            for (int s = 1; s <= cut.segments(); s++) {
                double pull = cut.shape().fall() * step * (0.4 + s / (double) cut.segments());
                for (int k = 0; k < 3; k++) {
                    direction[k] += pull * down[k];
                }
                openFace(s);
                Vectors.normalize(direction);
                for (int k = 0; k < 3; k++) {
                    points[3 * s + k] = points[3 * s - 3 + k] + step * direction[k];
                }
                stayOutside(s, clearance);
            }
            curl(i);
            double depth = 0.45 + 0.35 * chance.at(i, 6);
            double[] open = {0.45 * depth + 0.12, Math.min(1, 0.55 + 0.5 * depth)};
            Ribbons.Look look = new Ribbons.Look(
                    (byte) SegmentationClass.HAIR.code(),
                    cut.width() * (0.7 + 0.6 * chance.at(i, 7)),
                    0.85,
                    0.15 + 0.7 * chance.at(i, 8));
            int first = 0;
            int last = cut.segments();
            while (first < last && hidden(first) && hidden(first + 1)) {
                first++;
            }
            while (last > first && hidden(last) && hidden(last - 1)) {
                last--;
            }
            if (first < last) {
                out.add(points, cut.segments() + 1, look, open, first, last);
            }
        }

        private boolean hidden(int s) {
            return shell.hides(points, 3 * s, out.eye());
        }

        /** The direction in which the comb lays the hair at the root. */
        private void combed() {
            if (cut.shape().comb() == Cut.Comb.BACK) {
                comb[0] = 0.004 * rest[0];
                comb[1] = -0.1;
                comb[2] = -1;
            } else if (cut.shape().comb() == Cut.Comb.CROWN) {
                double turn = 0.35 * flip;
                double x = rest[0] - CROWN[0];
                double z = rest[2] - CROWN[2];
                comb[0] = x + turn * z;
                comb[1] = rest[1] - CROWN[1] - 12;
                comb[2] = z - turn * x;
                if (rest[2] > -60 && rest[1] > 40) {
                    comb[0] += 26 * flip;
                    comb[1] += 22;
                }
            } else {
                double away = rest[0] - cut.shape().part() * flip;
                double side = away < 0 ? -1 : 1;
                double near = StrictMath.exp(-Math.abs(away) / 30);
                comb[0] = side * (0.55 + 0.7 * near);
                comb[1] = -0.55 + 0.75 * near;
                comb[2] = rest[2] > -70 ? -0.10 - 0.25 * near : -0.25;
            }
            // Along the skin.
            double out = Vectors.dot(comb, normal);
            for (int k = 0; k < 3; k++) {
                comb[k] -= out * normal[k];
            }
            Vectors.normalize(comb);
        }

        private double length(int i) {
            double y = rest[1];
            double top = SkinRegions.smooth(35, 75, y);
            double nape = SkinRegions.smooth(-95, -135, rest[2]) * SkinRegions.smooth(30, -20, y);
            Cut.Length lengths = cut.length();
            double side = lengths.side() + (lengths.nape() - lengths.side()) * nape;
            double length = side + (lengths.top() - side) * top;
            return length * sway * (1 + lengths.spread() * chance.around(i, 9)) * (0.6 + 0.4 * sites.densities()[i]);
        }

        /** Long hair frames the face: what would hang before it turns aside. */
        private void openFace(int s) {
            double x = points[3 * s - 3];
            double y = points[3 * s - 2];
            double z = points[3 * s - 1];
            if (cut.length().top() < 100 || y > 62 || z < -45) {
                return;
            }
            double width = 66 - 0.12 * Math.max(0, -y);
            if (Math.abs(x) < width) {
                double side = x < 0 ? -1 : 1;
                direction[0] += 0.9 * side;
                direction[2] -= 0.75;
            }
        }

        private void stayOutside(int s, double clearance) {
            double[] c = HeadShell.CENTER;
            double x = points[3 * s] - c[0];
            double y = points[3 * s + 1] - c[1];
            double z = points[3 * s + 2] - c[2];
            double r = StrictMath.sqrt(x * x + y * y + z * z);
            double least = shell.radius(x, y, z) + clearance;
            if (r >= least) {
                return;
            }
            double k = least / r;
            points[3 * s] = c[0] + k * x;
            points[3 * s + 1] = c[1] + k * y;
            points[3 * s + 2] = c[2] + k * z;
            double inward = (direction[0] * x + direction[1] * y + direction[2] * z) / r;
            if (inward < 0) {
                direction[0] -= inward * x / r;
                direction[1] -= inward * y / r;
                direction[2] -= inward * z / r;
            }
        }

        private void curl(int i) {
            double radius = cut.shape().curl() * (0.7 + 0.6 * chance.at(i, 10));
            if (radius == 0) {
                return;
            }
            double start = 2 * StrictMath.PI * chance.at(i, 11);
            double turns = 2 * StrictMath.PI * cut.shape().turns() * (0.8 + 0.4 * chance.at(i, 12));
            double[] tangent = new double[3];
            double[] a = new double[3];
            double[] b = new double[3];
            for (int s = 1; s <= cut.segments(); s++) {
                for (int k = 0; k < 3; k++) {
                    tangent[k] = points[3 * s + k] - points[3 * s - 3 + k];
                    b[k] = points[3 * s + k] - HeadShell.CENTER[k];
                }
                Vectors.normalize(tangent);
                Vectors.cross(tangent, b, a);
                Vectors.normalize(a);
                Vectors.cross(a, tangent, b);
                double t = s / (double) cut.segments();
                double phase = start + turns * t;
                double grow = radius * Math.min(1, 3 * t);
                double ca = grow * StrictMath.cos(phase);
                double cb = grow * (StrictMath.sin(phase) + 0.6);
                for (int k = 0; k < 3; k++) {
                    points[3 * s + k] += ca * a[k] + cb * b[k];
                }
            }
        }
    }
}
