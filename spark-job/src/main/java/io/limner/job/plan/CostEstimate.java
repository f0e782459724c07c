package io.limner.job.plan;

import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import java.time.Duration;

/**
 * What drawing a dataset will cost, roughly.
 *
 * @param rows samples
 * @param bytesPerRow as stored
 * @param time at the speed that was assumed
 * @param slots how many draw at once; those beyond the shards have nothing to do
 */
public record CostEstimate(long rows, long bytesPerRow, Duration time, long slots) {
    /** Images a second that one slot draws on a processor core, 512 x 512 with all labels; measured, and only a start. */
    public static final double IMAGES_PER_SECOND = 4;

    private static final double REFERENCE_PIXELS = 512.0 * 512.0;
    // Measured on examples/quickstart.yaml and audit.yaml, bytes a pixel as stored.
    private static final double JPEG_AT_95 = 0.41;
    private static final double PNG = 1.4;
    private static final double SEGMENTATION = 0.035;
    private static final double DEPTH = 0.35;
    private static final double NORMALS = 0.65;
    private static final double AMODAL = 0.05;
    private static final double ALPHA = 0.05;
    private static final double CANONICAL = 1.2;
    private static final double ALBEDO = 0.9;
    private static final long OTHER_COLUMNS = 8_800;
    private static final long DENSE_LANDMARKS = 11_000;

    /**
     * The cost of a whole plan.
     *
     * @param slots how many draw at once, at least 1
     * @param imagesPerSecond of one slot at 512 x 512; other sizes are scaled by their pixels
     */
    public static CostEstimate of(DatasetSpec spec, Plan plan, int slots, double imagesPerSecond) {
        ImageSettings image = spec.output().image();
        double pixels = (double) image.width() * image.height();
        // Half of the time goes with the pixels, half with the head, whatever the picture's size.
        double work = 0.5 + 0.5 * pixels / REFERENCE_PIXELS;
        return measured(plan, slots, imagesPerSecond / work, bytesPerRow(spec));
    }

    /**
     * The cost of a whole plan, from what a few of its own samples took.
     *
     * @param slots how many draw at once, at least 1
     * @param imagesPerSecond of one slot, at this spec's size
     * @param bytesPerRow as stored
     */
    public static CostEstimate measured(Plan plan, int slots, double imagesPerSecond, long bytesPerRow) {
        if (slots < 1 || !(imagesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    slots + " slots of " + imagesPerSecond + " images a second draw nothing; both must be more than 0");
        }
        // A shard is drawn by one slot: the last round takes as long as the others, however few shards are left for it.
        double rounds = Math.ceil((double) plan.shards() / slots);
        double seconds = Math.min((double) plan.samples(), rounds * plan.shardSize()) / imagesPerSecond;
        return new CostEstimate(
                plan.samples(), bytesPerRow, Duration.ofMillis((long) Math.min(seconds * 1000, 9e15)), slots);
    }

    /** Hours of all slots together, idle ones included: they are paid for. */
    public double slotHours() {
        return time.toMillis() / 3.6e6 * slots;
    }

    /** Stored bytes of one row of this spec. */
    public static long bytesPerRow(DatasetSpec spec) {
        ImageSettings image = spec.output().image();
        double perPixel = image.format() == ImageFormat.PNG ? PNG : jpeg(image.quality());
        for (LabelKind label : spec.output().labels()) {
            perPixel += switch (label) {
                case LANDMARKS, DENSE_LANDMARKS -> 0;
                case SEGMENTATION -> SEGMENTATION;
                case DEPTH -> DEPTH;
                case NORMALS -> NORMALS;
                case AMODAL -> AMODAL;
                case ALPHA -> ALPHA;
                case CANONICAL -> CANONICAL;
                case ALBEDO -> ALBEDO;
            };
        }
        return numbers(spec) + Math.round(perPixel * image.width() * image.height());
    }

    /** Stored bytes of one row but for its pictures, the file's footer shared out. */
    public static long numbers(DatasetSpec spec) {
        return OTHER_COLUMNS + (spec.output().labels().contains(LabelKind.DENSE_LANDMARKS) ? DENSE_LANDMARKS : 0);
    }

    /** Stored bytes of all rows; at most 2^63-1. */
    public long bytes() {
        return rows > Long.MAX_VALUE / bytesPerRow ? Long.MAX_VALUE : rows * bytesPerRow;
    }

    private static double jpeg(int quality) {
        return JPEG_AT_95 * (quality >= 95 ? 1 + (quality - 95) * 0.2 : 0.2 + 0.8 * quality / 95.0 * quality / 95.0);
    }
}
