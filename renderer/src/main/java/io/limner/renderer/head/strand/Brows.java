package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.SkinRegions;
import io.limner.renderer.head.Topology;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Hair;

/** Grows the eyebrows. */
final class Brows {
    private static final int MOST = 3800;
    private static final int SEGMENTS = 2;

    private final Topology topology;
    private final Sites sites;

    Brows(Topology topology, SkinRegions regions) {
        this.topology = topology;
        this.sites = Sites.spread(topology, regions::brow, MOST, 0xb405);
    }

    /** @param fineness 0 a broad brow to 1 a narrow one */
    void grow(Hair hair, double fineness, Mesh head, HeadFrame frame, Ribbons out) {
        Chance chance = new Chance(hair.seed() ^ 0xb405);
        double[] root = new double[3];
        double[] normal = new double[3];
        double[] rest = new double[3];
        double[] points = new double[3 * (SEGMENTS + 1)];
        double[] direction = new double[3];
        double density = 0.06 + 0.75 * hair.browDensity();
        double narrowness = 2 + 3 * fineness;
        Detail.Part detail = out.detail().hairs();
        for (int i = 0; i < detail.of(MOST); i++) {
            double here = sites.densities()[i];
            double drawn = chance.at(i, 0);
            // Most are refused without the power, which is at least the second.
            if (drawn > density * here * here || drawn > density * StrictMath.pow(here, narrowness)) {
                continue;
            }
            sites.at(i, topology, head.positions(), root);
            frame.toHead(root, 0, root);
            sites.at(i, topology, head.normals(), normal);
            frame.directionToHead(normal[0], normal[1], normal[2], normal);
            sites.at(i, topology, topology.rest(), rest);
            double side = rest[0] < 0 ? -1 : 1;
            double along = SkinRegions.smooth(10, 34, Math.abs(rest[0]));
            // Upright beside the nose, then outwards, then drooping: above the arch hairs lean down, below it up.
            double rise = 1.0 - 1.25 * along + 0.35 * chance.around(i, 1);
            direction[0] = side * (0.45 + 0.8 * along);
            direction[1] = rise;
            direction[2] = 0;
            double away = Vectors.dot(direction, normal);
            for (int k = 0; k < 3; k++) {
                direction[k] += (0.30 - away) * normal[k];
            }
            Vectors.normalize(direction);
            double length = (5.2 + 3.2 * chance.at(i, 2)) * (0.6 + 0.4 * here);
            for (int s = 0; s <= SEGMENTS; s++) {
                double t = s / (double) SEGMENTS;
                for (int k = 0; k < 3; k++) {
                    // They bend back to the skin.
                    points[3 * s + k] = root[k] + length * (t * direction[k] - 0.20 * t * t * normal[k]);
                }
            }
            Ribbons.Look look = new Ribbons.Look(
                    (byte) SegmentationClass.BROW.code(),
                    detail.widening() * (0.24 + 0.14 * chance.at(i, 3)),
                    0.8,
                    0.2 + 0.6 * chance.at(i, 4));
            out.add(points, SEGMENTS + 1, look, new double[] {0.7, 0.95});
        }
    }
}
