package io.limner.job.export;

import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Layers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loose files, a folder a kind: {@code images}, {@code rows} (JSON), and one for each layer that there is. */
final class FilesWriter implements SampleWriter {
    private final Path folder;
    private final RowJson json;

    FilesWriter(Path folder, RowJson json) {
        this.folder = folder;
        this.json = json;
    }

    @Override
    public void write(FaceSample sample) throws IOException {
        put("images", sample, sample.drawing().image());
        Layers layers = sample.drawing().layers();
        put("segmentation", sample, layers.segmentation());
        put("depth", sample, layers.depth());
        put("normals", sample, layers.normals());
        put("amodal", sample, layers.onRequest().amodal());
        put("alpha", sample, layers.onRequest().alpha());
        put("canonical", sample, layers.onRequest().canonical());
        put("albedo", sample, layers.onRequest().albedo());
        Files.write(
                Files.createDirectories(folder.resolve("rows")).resolve(SampleWriter.stem(sample) + ".json"),
                json.of(sample));
    }

    private void put(String kind, FaceSample sample, EncodedImage image) throws IOException {
        if (image != null) {
            Files.write(
                    Files.createDirectories(folder.resolve(kind))
                            .resolve(SampleWriter.stem(sample) + SampleWriter.ending(image)),
                    image.bytes());
        }
    }

    @Override
    public void close() {}
}
