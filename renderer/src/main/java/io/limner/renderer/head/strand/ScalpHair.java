package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.SkinRegions;
import io.limner.renderer.head.Topology;
import io.limner.schema.scene.Hair;

/** Grows the locks of the scalp hair. All in the head frame, mm. */
final class ScalpHair {
    private static final int MOST = 11000;

    private final Topology topology;
    private final Sites sites;
    private final double[] inside;

    ScalpHair(Topology topology, SkinRegions regions) {
        this.topology = topology;
        this.sites = Sites.spread(topology, regions::scalp, MOST, 0x5ca1b);
        this.inside = new double[MOST];
        double[] rest = new double[3];
        for (int i = 0; i < MOST; i++) {
            sites.at(i, topology, topology.rest(), rest);
            inside[i] = Lock.inside(rest);
        }
    }

    /** Grows the locks; what closes their gaps is {@link HairCap}'s. */
    void grow(Hair hair, Lock lock, Mesh head, HeadFrame frame, Ribbons out) {
        Chance chance = new Chance(hair.seed());
        double[] root = new double[3];
        double[] normal = new double[3];
        double[] rest = new double[3];
        for (int i = 0; i < lock.count(); i++) {
            double density = sites.densities()[i];
            if (chance.at(i, 0) > 0.15 + 1.5 * density) {
                continue;
            }
            sites.at(i, topology, head.positions(), root);
            frame.toHead(root, 0, root);
            sites.at(i, topology, head.normals(), normal);
            frame.directionToHead(normal[0], normal[1], normal[2], normal);
            Vectors.normalize(normal);
            sites.at(i, topology, topology.rest(), rest);
            if (lock.grow(i, root, normal, rest, density, inside[i])) {
                lock.draw(out);
            }
        }
    }
}
