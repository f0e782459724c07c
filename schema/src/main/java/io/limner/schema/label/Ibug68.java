package io.limner.schema.label;

import java.util.Arrays;
import java.util.Locale;

/**
 * The 68 facial landmarks of the iBUG 300-W annotation, numbered from 0. Left and right are the subject's own: the right
 * eye is on the left of a frontal picture.
 */
public final class Ibug68 {
    /** How many landmarks. */
    public static final int COUNT = 68;

    private static final int[] MIRRORED = mirror();

    private Ibug68() {}

    /** Landmarks that belong together, in the order of their numbers. */
    public enum Group {
        /** From the subject's right ear along the jaw line over the chin (8) to the left ear. */
        JAW(0, 17),
        /** From the temple to the nose. */
        RIGHT_BROW(17, 5),
        /** From the nose to the temple. */
        LEFT_BROW(22, 5),
        /** From between the eyes down to the tip. */
        NOSE_BRIDGE(27, 4),
        /** Under the nose, from the subject's right nostril to the left. */
        NOSE_BASE(31, 5),
        /** Outer corner, upper lid, inner corner, lower lid. */
        RIGHT_EYE(36, 6),
        /** Inner corner, upper lid, outer corner, lower lid. */
        LEFT_EYE(42, 6),
        /** From the subject's right corner over the upper lip to the left corner and back along the lower lip. */
        OUTER_LIPS(48, 12),
        /** The inner edge of the lips, in the same direction. */
        INNER_LIPS(60, 8);

        private final int first;
        private final int count;

        Group(int first, int count) {
            this.first = first;
            this.count = count;
        }

        /** Number of the first landmark. */
        public int first() {
            return first;
        }

        /** How many landmarks. */
        public int count() {
            return count;
        }

        /** Number of the last landmark. */
        public int last() {
            return first + count - 1;
        }

        /** Whether the points form a ring. */
        public boolean closed() {
            return this == RIGHT_EYE || this == LEFT_EYE || this == OUTER_LIPS || this == INNER_LIPS;
        }

        /** The group in a spec's spelling: {@code right_brow}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The group of a landmark.
     *
     * @param landmark 0 to 67
     */
    public static Group group(int landmark) {
        return Arrays.stream(Group.values())
                .filter(group -> landmark >= group.first && landmark <= group.last())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no landmark " + landmark + "; there are 0 to 67"));
    }

    /** Whether a landmark lies on the nose. */
    public static boolean isNose(int landmark) {
        return landmark >= Group.NOSE_BRIDGE.first && landmark <= Group.NOSE_BASE.last();
    }

    /** Whether a landmark lies on the lips. */
    public static boolean isMouth(int landmark) {
        return landmark >= Group.OUTER_LIPS.first;
    }

    /**
     * The landmark that {@code landmark} becomes when the picture is mirrored left to right.
     *
     * @param landmark 0 to 67
     */
    public static int mirrored(int landmark) {
        return MIRRORED[landmark];
    }

    private static int[] mirror() {
        int[] mirrored = new int[COUNT];
        swap(mirrored, 0, 16, 17); // jaw
        swap(mirrored, 17, 26, 10); // brows
        swap(mirrored, 27, 27, 1); // bridge of the nose: each point is its own mirror image
        swap(mirrored, 28, 28, 1);
        swap(mirrored, 29, 29, 1);
        swap(mirrored, 30, 30, 1);
        swap(mirrored, 31, 35, 5); // base of the nose
        swap(mirrored, 36, 45, 4); // upper lids with the corners
        swap(mirrored, 42, 39, 4);
        swap(mirrored, 40, 47, 2); // lower lids
        swap(mirrored, 46, 41, 2);
        swap(mirrored, 48, 54, 7); // outer edge of the upper lip
        swap(mirrored, 55, 59, 5); // outer edge of the lower lip
        swap(mirrored, 60, 64, 5); // inner edge of the upper lip
        swap(mirrored, 65, 67, 3); // inner edge of the lower lip
        return mirrored;
    }

    /** {@code count} landmarks from {@code first} upwards meet those from {@code last} downwards. */
    private static void swap(int[] mirrored, int first, int last, int count) {
        for (int i = 0; i < count; i++) {
            mirrored[first + i] = last - i;
        }
    }
}
