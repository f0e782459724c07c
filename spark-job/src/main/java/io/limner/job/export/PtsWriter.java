package io.limner.job.export;

import io.limner.schema.label.Ibug68;
import io.limner.schema.sample.FaceSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The 300-W challenge's files: an image and a {@code .pts} of the same name. The centre of the first pixel is (1, 1). */
final class PtsWriter implements SampleWriter {
    private final Path folder;

    PtsWriter(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(FaceSample sample) throws IOException {
        Files.write(
                folder.resolve(SampleWriter.picture(sample)),
                sample.drawing().image().bytes());
        float[] points = sample.drawing().labels().landmarks().points2d();
        StringBuilder text = new StringBuilder("version: 1\nn_points: " + Ibug68.COUNT + "\n{\n");
        for (int i = 0; i < Ibug68.COUNT; i++) {
            text.append(String.format(Locale.ROOT, "%.4f %.4f%n", points[2 * i] + 0.5, points[2 * i + 1] + 0.5));
        }
        Files.writeString(folder.resolve(SampleWriter.stem(sample) + ".pts"), text.append("}\n"));
    }

    @Override
    public void close() {}
}
