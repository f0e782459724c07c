package io.limner.job.verify;

import io.limner.job.write.RowParser;
import io.limner.job.write.StoredDataset;
import io.limner.job.write.StoredRow;
import io.limner.renderer.image.ImageDecoder;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Column;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.Hashes;
import io.limner.schema.sample.Labels.Box;
import io.limner.schema.sample.Origin;
import io.limner.schema.sample.RawLayers;
import io.limner.schema.sample.SceneJson;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.ImageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What must hold for one row. Thread-safe. */
final class RowCheck {
    private final DatasetSpec spec;
    private final String specHash;
    private final SceneDesign design;
    private final Set<String> parameters;
    private final Columns columns;
    private final byte highestClass;

    /** A row and what is wrong with it. */
    record Checked(FaceSample sample, List<String> problems) {}

    RowCheck(StoredDataset dataset) {
        this.spec = dataset.spec();
        this.specHash = dataset.plan().specHash();
        this.parameters = dataset.parameters();
        this.design = new SceneDesign(spec);
        this.columns = Columns.of(spec);
        int highest = 0;
        for (SegmentationClass known : SegmentationClass.values()) {
            highest = Math.max(highest, known.code());
        }
        this.highestClass = (byte) highest;
    }

    /**
     * Checks a row.
     *
     * @param sampleId the sample that it must be
     * @throws IllegalArgumentException if it cannot even be taken apart
     */
    Checked check(StoredRow row, long sampleId) {
        FaceSample sample = RowParser.parse(columns, row);
        List<String> problems = new ArrayList<>();
        if (sample.sampleId() != sampleId) {
            problems.add("sample_id is " + sample.sampleId() + ", where sample " + sampleId + " must be");
            return new Checked(sample, problems);
        }
        checkDesign(sample, row, problems);
        if (sample.drawing() != null) {
            checkDrawing(sample.drawing(), problems);
        }
        return new Checked(sample, problems);
    }

    private void checkDesign(FaceSample sample, StoredRow row, List<String> problems) {
        if (!row.value(columns.named("scene")).equals(SceneJson.write(design.scene(sample.sampleId()), parameters))) {
            problems.add("scene is not what the spec says for sample " + sample.sampleId());
        }
        if (!sample.place().equals(design.place(sample.sampleId()))) {
            problems.add("subject_id, variant or split are not what the spec says for sample " + sample.sampleId());
        }
        if (!sample.provenance().specHash().equals(specHash)) {
            problems.add("spec_hash is another spec's");
        }
        if (!sample.provenance().sampleHash().equals(Hashes.sample(sample.scene(), spec, parameters))) {
            problems.add("sample_hash is not that of its scene");
        }
        for (Column column : columns.all()) {
            if (!row.has(column)) {
                if (!isNewer(column)) {
                    problems.add(column.name() + " is not in the file");
                }
                continue;
            }
            if (column.name().equals("scene")) {
                continue; // Compared above.
            }
            Object made = column.value().apply(sample);
            if (!Objects.deepEquals(made, row.value(column)) && !(made instanceof List<?>)) {
                problems.add(column.name() + " is " + row.value(column) + ", which disagrees with the rest of the row");
            }
        }
    }

    /** Whether there was no such column yet when the dataset was written. */
    private boolean isNewer(Column column) {
        return column.origin() instanceof Origin.Attribute attribute
                ? !parameters.contains(attribute.parameter().name())
                : Columns.cameLater(column.name());
    }

    private void checkDrawing(Drawing drawing, List<String> problems) {
        EncodedImage image = drawing.image();
        if (image.width() != spec.output().image().width()
                || image.height() != spec.output().image().height()) {
            problems.add("width and height are " + image.width() + " x " + image.height() + ", not the spec's");
            return;
        }
        byte[] rgb = decode("image", () -> ImageDecoder.rgb(image), problems);
        // JPEG loses what the hash was made from.
        if (rgb != null
                && image.format() == ImageFormat.PNG
                && !Hashes.pixels(image.width(), image.height(), rgb).equals(drawing.pixelHash())) {
            problems.add("pixel_hash is not that of the image");
        }
        finite("landmarks_68_2d", drawing.labels().landmarks().points2d(), problems);
        finite("landmarks_68_3d", drawing.labels().landmarks().points3d(), problems);
        inside("face_box", drawing.labels().boxes().face(), image, problems);
        inside("head_box", drawing.labels().boxes().head(), image, problems);
        checkLayers(drawing, problems);
    }

    private void checkLayers(Drawing drawing, List<String> problems) {
        FaceSample.Layers layers = drawing.layers();
        int before = problems.size();
        byte[] classes = layers.segmentation() == null
                ? null
                : decode("segmentation", () -> ImageDecoder.grey(layers.segmentation()), problems);
        short[] depth =
                layers.depth() == null ? null : decode("depth", () -> ImageDecoder.grey16(layers.depth()), problems);
        byte[] normals =
                layers.normals() == null ? null : decode("normals", () -> ImageDecoder.rgb(layers.normals()), problems);
        RawLayers.OnRequest onRequest = onRequest(layers.onRequest(), problems);
        if (problems.size() > before) {
            return;
        }
        if (!Hashes.labels(spec.output(), drawing.labels(), new RawLayers(classes, depth, normals, onRequest))
                .equals(drawing.labelHash())) {
            problems.add("label_hash is not that of the labels");
        }
        if (classes != null) {
            for (byte code : classes) {
                if (code < 0 || code > highestClass) {
                    problems.add("segmentation holds the code " + (code & 0xff) + ", which is no class");
                    return;
                }
            }
        }
    }

    private static RawLayers.OnRequest onRequest(FaceSample.OnRequest layers, List<String> problems) {
        return new RawLayers.OnRequest(
                layers.amodal() == null ? null : decode("amodal", () -> ImageDecoder.grey(layers.amodal()), problems),
                layers.alpha() == null ? null : decode("alpha", () -> ImageDecoder.grey(layers.alpha()), problems),
                layers.canonical() == null
                        ? null
                        : decode("canonical", () -> ImageDecoder.rgb16(layers.canonical()), problems),
                layers.albedo() == null ? null : decode("albedo", () -> ImageDecoder.rgb(layers.albedo()), problems));
    }

    private interface Decoding<T> {
        T decode();
    }

    private static <T> T decode(String column, Decoding<T> decoding, List<String> problems) {
        try {
            return decoding.decode();
        } catch (RuntimeException damaged) {
            problems.add(column + " cannot be decoded: " + damaged.getMessage());
            return null;
        }
    }

    private static void finite(String column, float[] values, List<String> problems) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                problems.add(column + " holds " + value);
                return;
            }
        }
    }

    private static void inside(String column, Box box, EncodedImage image, List<String> problems) {
        if (box == null) {
            return;
        }
        float slack = 0.01f;
        boolean fits = box.x() >= -slack
                && box.y() >= -slack
                && box.width() >= 0
                && box.height() >= 0
                && box.x() + box.width() <= image.width() + slack
                && box.y() + box.height() <= image.height() + slack;
        if (!fits) {
            problems.add(column + " is not inside the image: " + box);
        }
    }
}
