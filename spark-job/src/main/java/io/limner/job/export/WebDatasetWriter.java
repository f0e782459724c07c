package io.limner.job.export;

import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Layers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * WebDataset: {@code samples-000000.tar} and so on, 1,000 samples each. The files of a sample share its name: {@code .jpg} or
 * {@code .png}, {@code .json} with its row, and of each layer, as {@code .segmentation.png}.
 */
final class WebDatasetWriter implements SampleWriter {
    private static final int SAMPLES = 1000;

    private final Path folder;
    private final RowJson json;
    private TarArchiveOutputStream archive;
    private int archives;
    private int samples;

    WebDatasetWriter(Path folder, RowJson json) {
        this.folder = folder;
        this.json = json;
    }

    @Override
    public void write(FaceSample sample) throws IOException {
        if (archive == null || samples == SAMPLES) {
            close();
            archive = new TarArchiveOutputStream(
                    Files.newOutputStream(folder.resolve(String.format(Locale.ROOT, "samples-%06d.tar", archives++))));
            samples = 0;
        }
        samples++;
        String stem = SampleWriter.stem(sample);
        put(SampleWriter.picture(sample), sample.drawing().image().bytes());
        put(stem + ".json", json.of(sample));
        Layers layers = sample.drawing().layers();
        put(stem + ".segmentation", layers.segmentation());
        put(stem + ".depth", layers.depth());
        put(stem + ".normals", layers.normals());
        put(stem + ".amodal", layers.onRequest().amodal());
        put(stem + ".alpha", layers.onRequest().alpha());
        put(stem + ".canonical", layers.onRequest().canonical());
        put(stem + ".albedo", layers.onRequest().albedo());
    }

    private void put(String stem, EncodedImage image) throws IOException {
        if (image != null) {
            put(stem + SampleWriter.ending(image), image.bytes());
        }
    }

    private void put(String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        entry.setModTime(0); // The same samples make the same archive.
        archive.putArchiveEntry(entry);
        archive.write(bytes);
        archive.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }
}
