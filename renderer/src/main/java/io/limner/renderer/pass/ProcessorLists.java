package io.limner.renderer.pass;

import io.limner.renderer.raster.SampleGrid;
import java.util.Arrays;

/** The lists of {@code work.glsl}, made on the processor: what {@code classify.comp} and {@code measure.comp} make on a device. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class ProcessorLists {
    /** Blocks on a side of a tile: neighbours in a picture are neighbours in a list. */
    private static final int TILE = 8;

    private static final int ALL_SAMPLES = 0xf;
    private static final int STRAND = Material.STRAND.ordinal();

    /** Two numbers an item. */
    private final int[][] items = new int[Material.values().length][1 << 12];

    private final int[] ends = new int[items.length];
    private final int[] ids = new int[4];

    /** Two numbers for each item of a material; the array may be longer. Not a copy. */
    int[] items(int material) {
        return items[material];
    }

    /** How many numbers of {@link #items} hold items. */
    int end(int material) {
        return ends[material];
    }

    /**
     * Lists the surfaces in rows of blocks {@code first} to {@code end - 1}.
     *
     * @param glasses where glasses may be before the background, which is a surface there alone
     */
    void list(SampleGrid seen, int first, int end, GlassBounds glasses) {
        Arrays.fill(ends, 0);
        int columns = seen.columns() / 2;
        for (int top = first; top < end; top += TILE) {
            int bottom = Math.min(end, top + TILE);
            for (int left = 0; left < columns; left += TILE) {
                int right = Math.min(columns, left + TILE);
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        block(seen, x, y, glasses);
                    }
                }
            }
        }
    }

    private void block(SampleGrid seen, int x, int y, GlassBounds glasses) {
        int at = 2 * y * seen.columns() + 2 * x;
        int[] samples = seen.ids();
        int a = samples[at];
        int b = samples[at + 1];
        int c = samples[at + seen.columns()];
        int d = samples[at + seen.columns() + 1];
        if ((a | b | c | d) == 0 && !glasses.mayHold(x, y)) {
            return;
        }
        int place = x | y << 14;
        int material = d >>> 28;
        if (material == a >>> 28 && material == b >>> 28 && material == c >>> 28 && material != STRAND) {
            append(material, d, place | ALL_SAMPLES << 28);
            return;
        }
        ids[0] = a;
        ids[1] = b;
        ids[2] = c;
        ids[3] = d;
        mixed(place, glasses.mayHold(x, y));
    }

    /** Samples of one surface are shaded once, as {@code classify.comp} says. */
    private void mixed(int place, boolean background) {
        int left = ALL_SAMPLES;
        for (int k = 3; k >= 0; k--) {
            if ((left & 1 << k) == 0 || (ids[k] == 0 && !background)) {
                continue;
            }
            int same = 0;
            for (int other = 0; other <= k; other++) {
                if (surface(ids[other]) == surface(ids[k])) {
                    same |= 1 << other;
                }
            }
            append(ids[k] >>> 28, ids[k], place | same << 28);
            left &= ~same;
        }
    }

    /** The same for samples that go together. */
    private static int surface(int id) {
        return id >>> 28 == STRAND ? id >>> 1 : -(id >>> 28);
    }

    private void append(int material, int id, int place) {
        int[] list = items[material];
        int end = ends[material];
        if (end == list.length) {
            list = Arrays.copyOf(list, 2 * end);
            items[material] = list;
        }
        list[end] = id & 0xfffffff;
        list[end + 1] = place;
        ends[material] = end + 2;
    }
}
