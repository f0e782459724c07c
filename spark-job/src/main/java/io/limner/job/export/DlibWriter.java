package io.limner.job.export;

import io.limner.schema.label.Ibug68;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.Labels;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * dlib's image dataset: {@code training.xml} and {@code images}. Boxes and parts are whole numbers of pixels; the centre of the first
 * pixel is (0, 0). Parts are named 00 to 67. A face that is not in the picture has no box.
 */
final class DlibWriter implements SampleWriter {
    private final Path images;
    private final Writer xml;

    DlibWriter(Path folder) throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        xml = Files.newBufferedWriter(folder.resolve("training.xml"));
        xml.write("<?xml version='1.0' encoding='UTF-8'?>\n<dataset>\n<name>limner</name>\n<images>\n");
    }

    @Override
    public void write(FaceSample sample) throws IOException {
        String name = SampleWriter.picture(sample);
        Files.write(images.resolve(name), sample.drawing().image().bytes());
        Labels labels = sample.drawing().labels();
        xml.write("<image file='images/" + name + "'>\n");
        Labels.Box box = labels.boxes().face();
        if (box != null) {
            xml.write(String.format(
                    Locale.ROOT,
                    "<box top='%d' left='%d' width='%d' height='%d'>\n",
                    Math.round(box.y()),
                    Math.round(box.x()),
                    Math.round(box.width()),
                    Math.round(box.height())));
            float[] points = labels.landmarks().points2d();
            for (int i = 0; i < Ibug68.COUNT; i++) {
                // A continuous coordinate falls into the pixel that it is rounded down to.
                xml.write(String.format(
                        Locale.ROOT, "<part name='%02d' x='%d' y='%d'/>\n", i, (long) Math.floor(points[2 * i]), (long)
                                Math.floor(points[2 * i + 1])));
            }
            xml.write("</box>\n");
        }
        xml.write("</image>\n");
    }

    @Override
    public void close() throws IOException {
        xml.write("</images>\n</dataset>\n");
        xml.close();
    }
}
