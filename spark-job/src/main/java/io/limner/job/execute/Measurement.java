package io.limner.job.execute;

import io.limner.job.plan.CostEstimate;
import io.limner.renderer.FaceSampler;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.DatasetSpec;
import java.util.stream.IntStream;

/**
 * What drawing a handful of samples took.
 *
 * @param samples how many
 * @param imagesPerSecond of one slot
 * @param bytesPerRow of the files in a row, and some for its numbers
 */
public record Measurement(int samples, double imagesPerSecond, long bytesPerRow) {
    /** Most samples that are drawn to measure. */
    public static final int MOST = 1000;

    private static final int WARMING = 2;

    /** Draws samples spread over a spec, on one slot of {@code factory}, after some that are not counted. */
    public static Measurement of(DatasetSpec spec, SamplerFactory factory, String device, int samples) {
        int count = (int) Math.min(samples, spec.samples());
        long bytes = 0;
        long start = 0;
        try (Sampler sampler = factory.open(new SceneDesign(spec), device)) {
            for (int i = -WARMING; i < count; i++) {
                if (i == 0) {
                    start = System.nanoTime();
                }
                FaceSample sample = sampler.sample(
                        chosen(i, count, spec),
                        IntStream.range(i + 1, i < 0 ? 0 : count)
                                .limit(FaceSampler.MOST_AHEAD)
                                .mapToLong(later -> chosen(later, count, spec))
                                .toArray());
                bytes += i < 0 ? 0 : bytes(sample);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measurement(count, count / seconds, CostEstimate.numbers(spec) + bytes / count);
    }

    private static long chosen(int i, int count, DatasetSpec spec) {
        return (long) ((double) Math.floorMod(i, count) * spec.samples() / count);
    }

    private static long bytes(FaceSample sample) {
        if (sample.drawing() == null) {
            return 0;
        }
        FaceSample.Layers layers = sample.drawing().layers();
        return size(sample.drawing().image())
                + size(layers.segmentation())
                + size(layers.depth())
                + size(layers.normals())
                + size(layers.onRequest().amodal())
                + size(layers.onRequest().alpha())
                + size(layers.onRequest().canonical())
                + size(layers.onRequest().albedo());
    }

    private static long size(EncodedImage image) {
        return image == null ? 0 : image.bytes().length;
    }
}
