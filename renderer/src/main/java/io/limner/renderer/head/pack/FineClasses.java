package io.limner.renderer.head.pack;

import io.limner.renderer.head.Subdivision;
import io.limner.schema.label.SegmentationClass;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The class of each triangle of the subdivided surface. */
final class FineClasses {
    /** Where regions of bare skin overlap, the first wins. */
    private static final List<SegmentationClass> ORDER =
            List.of(SegmentationClass.EAR, SegmentationClass.NOSE, SegmentationClass.NECK);

    private final Map<SegmentationClass, double[]> fields;
    private final BustCut bust;

    FineClasses(Regions regions, BustCut bust) {
        this.fields = regions.fields();
        this.bust = bust;
    }

    /** Segmentation codes, 8 a quad: two triangles for each of its four parts, split as the assembled mesh is. */
    byte[] triangles() {
        int count = bust.vertices().size();
        Subdivision subdivision = new Subdivision(count, bust.quads(), bust.uv());
        Map<SegmentationClass, double[]> refined = new EnumMap<>(SegmentationClass.class);
        fields.forEach((value, field) -> {
            double[] coarse = new double[count];
            for (int v = 0; v < count; v++) {
                coarse[v] = field[bust.vertices().source(v).vertex()];
            }
            double[] fine = new double[subdivision.fineCount()];
            subdivision.refine(coarse, 1, fine);
            refined.put(value, fine);
        });
        int[] quads = subdivision.quads();
        byte[] out = new byte[quads.length / 2];
        for (int t = 0; t < out.length; t++) {
            int first = 4 * (t / 2);
            int second = first + 1 + t % 2;
            out[t] = (byte) value(t / 8, refined, quads[first], quads[second], quads[second + 1])
                    .code();
        }
        return out;
    }

    private SegmentationClass value(int quad, Map<SegmentationClass, double[]> refined, int a, int b, int c) {
        SegmentationClass coarse = bust.classes().get(quad);
        if (coarse == SegmentationClass.SKIN && !bust.socket(quad)) {
            for (SegmentationClass candidate : ORDER) {
                double[] field = refined.get(candidate);
                if (field[a] + field[b] + field[c] > 0) {
                    return candidate;
                }
            }
        }
        return coarse;
    }
}
