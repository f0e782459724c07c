package io.limner.job.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.limner.renderer.image.ImageDecoder;
import io.limner.schema.label.Ibug68;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.Labels;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * COCO: {@code annotations.json} and {@code images}. One annotation a face: its box (from the picture's corner), 68 keypoints (the centre
 * of the first pixel is (0, 0); those outside the picture are 0, 0, 0) and, where the dataset has a segmentation, the mask of head and
 * hair as uncompressed run lengths.
 */
final class CocoWriter implements SampleWriter {
    private final Path images;
    private final Path pending;
    private final OutputStream file;
    private final JsonGenerator json;
    private final JsonGenerator annotations;

    CocoWriter(Path folder) throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        // The file has all images before all annotations; neither need fit in memory.
        pending = folder.resolve("annotations.part");
        JsonFactory factory = new JsonFactory();
        file = Files.newOutputStream(folder.resolve("annotations.json"));
        json = factory.createGenerator(file);
        annotations = factory.createGenerator(Files.newOutputStream(pending));
        annotations.writeStartArray();
        json.writeStartObject();
        category();
        json.writeArrayFieldStart("images");
    }

    private void category() throws IOException {
        json.writeArrayFieldStart("categories");
        json.writeStartObject();
        json.writeNumberField("id", 1);
        json.writeStringField("name", "face");
        json.writeStringField("supercategory", "person");
        json.writeArrayFieldStart("keypoints");
        for (int i = 0; i < Ibug68.COUNT; i++) {
            json.writeString("ibug_" + i);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("skeleton");
        for (Ibug68.Group group : Ibug68.Group.values()) {
            for (int i = group.first(); i < group.last(); i++) {
                bone(i, i + 1);
            }
            if (group.closed()) {
                bone(group.last(), group.first());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** COCO counts the ends of bones from 1. */
    private void bone(int from, int to) throws IOException {
        json.writeArray(new int[] {from + 1, to + 1}, 0, 2);
    }

    @Override
    public void write(FaceSample sample) throws IOException {
        EncodedImage image = sample.drawing().image();
        String name = SampleWriter.picture(sample);
        Files.write(images.resolve(name), image.bytes());
        json.writeStartObject();
        json.writeNumberField("id", sample.sampleId());
        json.writeStringField("file_name", "images/" + name);
        json.writeNumberField("width", image.width());
        json.writeNumberField("height", image.height());
        json.writeEndObject();
        Labels.Box box = sample.drawing().labels().boxes().face();
        if (box != null) {
            annotation(sample, box);
        }
    }

    private void annotation(FaceSample sample, Labels.Box box) throws IOException {
        annotations.writeStartObject();
        annotations.writeNumberField("id", sample.sampleId() + 1); // Some readers take 0 for none.
        annotations.writeNumberField("image_id", sample.sampleId());
        annotations.writeNumberField("category_id", 1);
        annotations.writeNumberField("iscrowd", 0);
        annotations.writeFieldName("bbox");
        annotations.writeArray(new double[] {box.x(), box.y(), box.width(), box.height()}, 0, 4);
        Labels.Landmarks landmarks = sample.drawing().labels().landmarks();
        int labelled = 0;
        annotations.writeArrayFieldStart("keypoints");
        for (int i = 0; i < Ibug68.COUNT; i++) {
            byte visibility = landmarks.visibility()[i];
            labelled += visibility > 0 ? 1 : 0;
            annotations.writeNumber(visibility > 0 ? landmarks.points2d()[2 * i] - 0.5 : 0);
            annotations.writeNumber(visibility > 0 ? landmarks.points2d()[2 * i + 1] - 0.5 : 0);
            annotations.writeNumber(visibility);
        }
        annotations.writeEndArray();
        annotations.writeNumberField("num_keypoints", labelled);
        EncodedImage classes = sample.drawing().layers().segmentation();
        double area = box.width() * box.height();
        if (classes != null) {
            area = mask(classes);
        }
        annotations.writeNumberField("area", area);
        annotations.writeEndObject();
    }

    /** Run lengths down the columns, beginning with what is not the head. Returns how many pixels are. */
    private long mask(EncodedImage image) throws IOException {
        byte[] codes = ImageDecoder.grey(image);
        annotations.writeObjectFieldStart("segmentation");
        annotations.writeFieldName("size");
        annotations.writeArray(new int[] {image.height(), image.width()}, 0, 2);
        annotations.writeArrayFieldStart("counts");
        boolean inside = false;
        long run = 0;
        long area = 0;
        for (int x = 0; x < image.width(); x++) {
            for (int y = 0; y < image.height(); y++) {
                boolean head = isHead(codes[y * image.width() + x]);
                area += head ? 1 : 0;
                if (head != inside) {
                    annotations.writeNumber(run);
                    run = 0;
                    inside = head;
                }
                run++;
            }
        }
        annotations.writeNumber(run);
        annotations.writeEndArray();
        annotations.writeEndObject();
        return area;
    }

    private static boolean isHead(int code) {
        return code != SegmentationClass.BACKGROUND.code()
                && code != SegmentationClass.NECK.code()
                && code != SegmentationClass.CLOTHING.code();
    }

    @Override
    public void close() throws IOException {
        annotations.writeEndArray();
        annotations.close();
        json.writeEndArray();
        json.writeFieldName("annotations");
        json.writeRaw(":");
        json.flush();
        Files.copy(pending, file);
        file.write('}');
        file.close();
        Files.delete(pending);
    }
}
