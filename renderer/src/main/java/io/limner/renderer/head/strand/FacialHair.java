package io.limner.renderer.head.strand;

import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.SkinRegions;
import io.limner.renderer.head.Topology;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Hair;
import java.util.EnumMap;
import java.util.Map;

/** Grows beard, moustache and sideburns. All in the head frame, mm. */
final class FacialHair {
    private final Topology topology;
    private final Map<Hair.FacialStyle, Sites> sites = new EnumMap<>(Hair.FacialStyle.class);

    FacialHair(Topology topology, SkinRegions regions) {
        this.topology = topology;
        float[] rest = topology.rest();
        boolean[] outer = outer(topology);
        for (Hair.FacialStyle style : Hair.FacialStyle.values()) {
            FacialCut cut = FacialCut.of(style);
            if (cut != null) {
                sites.put(
                        style,
                        Sites.spread(
                                topology,
                                v -> (outer[v] ? regions.beard(v) : 0)
                                        * FacialCut.density(
                                                style, Math.abs(rest[3 * v]), rest[3 * v + 1], rest[3 * v + 2]),
                                cut.strands(),
                                0xbea2d));
            }
        }
    }

    /** Vertices of face and neck; the mask of beards goes on into the mouth. */
    private static boolean[] outer(Topology topology) {
        boolean[] outer = new boolean[topology.vertexCount()];
        for (int i = 0; i < topology.triangles().length; i++) {
            int kind = topology.classes()[i / 3];
            outer[topology.triangles()[i]] |=
                    kind == SegmentationClass.SKIN.code() || kind == SegmentationClass.NECK.code();
        }
        return outer;
    }

    /** @param masked whether a mask lies on what grows on the front of the face, which then is not seen */
    void grow(Hair hair, boolean masked, Mesh head, HeadFrame frame, Ribbons out) {
        Hair.Facial facial = hair.facial();
        FacialCut cut = FacialCut.of(facial.style());
        if (cut == null) {
            return;
        }
        Sites places = sites.get(facial.style());
        Chance chance = new Chance(hair.seed() ^ 0xbea2d);
        double[] root = new double[3];
        double[] normal = new double[3];
        double[] rest = new double[3];
        double[] points = new double[3 * (cut.segments() + 1)];
        double[] direction = new double[3];
        Detail.Part detail = out.detail().hairs();
        double width = cut.width() * detail.widening();
        for (int i = 0; i < detail.of(places.count()); i++) {
            double here = places.densities()[i];
            if (chance.at(i, 0) > 0.1 + 1.3 * here) {
                continue;
            }
            places.at(i, topology, topology.rest(), rest);
            double x = Math.abs(rest[0]);
            if (masked && x < 56 && rest[1] > -112) {
                continue;
            }
            places.at(i, topology, head.positions(), root);
            frame.toHead(root, 0, root);
            places.at(i, topology, head.normals(), normal);
            frame.directionToHead(normal[0], normal[1], normal[2], normal);
            Vectors.normalize(normal);
            comb(rest, normal, direction);
            for (int k = 0; k < 3; k++) {
                direction[k] += 0.20 * chance.around(i, 1 + k);
            }
            Vectors.normalize(direction);
            double length =
                    cut.length(x, rest[1]) * facial.length() * (0.7 + 0.5 * chance.at(i, 4)) * (0.55 + 0.45 * here);
            // The longer, the flatter a hair bends to where it is combed.
            double stand = length < 4 ? 0.5 : 0.34;
            for (int s = 0; s <= cut.segments(); s++) {
                double t = s / (double) cut.segments();
                for (int k = 0; k < 3; k++) {
                    points[3 * s + k] = root[k]
                            - 0.4 * normal[k]
                            + length * t * ((1 - 0.5 * stand) * direction[k] + stand * (1.25 - 0.5 * t) * normal[k]);
                }
            }
            double shade = 0.2 + 0.6 * chance.at(i, 5);
            boolean grey = chance.at(i, 6) < facial.grey();
            Ribbons.Look look = new Ribbons.Look(
                    (byte) SegmentationClass.FACIAL_HAIR.code(),
                    width * (0.8 + 0.4 * chance.at(i, 7)),
                    0.85,
                    grey ? 2 + shade : shade);
            out.add(points, cut.segments() + 1, look, new double[] {0.6, 1.0});
            if (i % 4 == 0 && length > 5) {
                out.cast(points, cut.segments() + 1, 3 * width);
            }
        }
    }

    /** Along the skin: down over cheeks and chin, outwards above the mouth, forward under the chin. */
    private static void comb(double[] rest, double[] normal, double[] out) {
        double side = rest[0] < 0 ? -1 : 1;
        double lip = SkinRegions.smooth(-66, -58, rest[1]) * SkinRegions.smooth(38, 26, Math.abs(rest[0]));
        double under = SkinRegions.smooth(-98, -108, rest[1]);
        out[0] = side * (0.75 * lip * SkinRegions.smooth(2, 12, Math.abs(rest[0])) - 0.05);
        out[1] = -1 + 0.25 * lip;
        out[2] = 0.55 * under - 0.12 * (1 - lip);
        double away = Vectors.dot(out, normal);
        for (int k = 0; k < 3; k++) {
            out[k] -= away * normal[k];
        }
        Vectors.normalize(out);
    }
}
