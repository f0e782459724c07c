package io.limner.job.write;

import io.limner.renderer.label.CameraModels;
import io.limner.schema.design.Place;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.CameraModel.Intrinsics;
import io.limner.schema.label.HiddenBy;
import io.limner.schema.label.Ibug68;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Layers;
import io.limner.schema.sample.FaceSample.OnRequest;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.Labels.Box;
import io.limner.schema.sample.Labels.Boxes;
import io.limner.schema.sample.Labels.EyeLabel;
import io.limner.schema.sample.Labels.HeadLabel;
import io.limner.schema.sample.Labels.Landmarks;
import io.limner.schema.sample.Labels.Points;
import io.limner.schema.sample.SceneJson;
import io.limner.schema.scene.Pose;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import java.util.List;
import java.util.Locale;

/** From a stored row back to the sample that it was made of. */
public final class RowParser {
    private static final int VISIBLE = 2;
    private static final int OUTSIDE = HiddenBy.OUTSIDE.code();

    private final Columns columns;
    private final StoredRow row;

    private RowParser(Columns columns, StoredRow row) {
        this.columns = columns;
        this.row = row;
    }

    /**
     * The sample of a row.
     *
     * @param columns the columns that the row has
     * @throws IllegalArgumentException if a value is missing or is not what its column says
     */
    public static FaceSample parse(Columns columns, StoredRow row) {
        return new RowParser(columns, row).sample();
    }

    private FaceSample sample() {
        Provenance provenance = new Provenance(
                text("spec_hash"), text("sample_hash"), known("renderer"), known("driver"), known("assets"));
        Scene scene = SceneJson.read(text("scene"));
        String status = text("status");
        if (status.equals("FAILED")) {
            return new FaceSample(
                    place(), scene, provenance, null, new Failure(text("error_code"), text("error_message")));
        }
        if (!status.equals("OK")) {
            throw new IllegalArgumentException("status is " + status + ", not OK or FAILED");
        }
        return new FaceSample(place(), scene, provenance, drawing(scene), null);
    }

    private Place place() {
        return new Place(whole("sample_id"), whole("subject_id"), known("variant"), known("split"));
    }

    private Drawing drawing(Scene scene) {
        EncodedImage image = image("image", ImageFormat.valueOf(text("format").toUpperCase(Locale.ROOT)));
        if (image == null) {
            throw new IllegalArgumentException("image is null, though status is OK");
        }
        return new Drawing(
                image,
                labels(scene),
                new Layers(
                        image("segmentation", ImageFormat.PNG),
                        image("depth", ImageFormat.PNG),
                        image("normals", ImageFormat.PNG),
                        new OnRequest(
                                image("amodal", ImageFormat.PNG),
                                image("alpha", ImageFormat.PNG),
                                image("canonical", ImageFormat.PNG),
                                image("albedo", ImageFormat.PNG))),
                text("pixel_hash"),
                text("label_hash"));
    }

    private Labels labels(Scene scene) {
        double[] fxfycxcy = (double[]) value("camera_intrinsics");
        Pose pose = scene.head();
        return new Labels(
                landmarks(),
                new Boxes(box("face_box"), box("head_box")),
                new CameraModel(
                        (Integer) value("width"),
                        (Integer) value("height"),
                        new Intrinsics(fxfycxcy[0], fxfycxcy[1], fxfycxcy[2], fxfycxcy[3]),
                        CameraModels.lens(scene.camera()),
                        (double[]) value("camera_extrinsics")),
                new HeadLabel((double[]) value("head_pose"), pose.yaw(), pose.pitch(), pose.roll(), (double[])
                        row.value(columns.named("blendshapes"))),
                new EyeLabel(
                        (double[]) value("eye_left_center"),
                        (double[]) value("eye_right_center"),
                        (double[]) value("gaze_left"),
                        (double[]) value("gaze_right")));
    }

    /** The 68 that the dataset does not have are zeros: nobody looks at them, and a sample has to have some. */
    private Landmarks landmarks() {
        Points fixed = points("landmarks_68");
        if (fixed == null) {
            fixed = new Points(new float[2 * Ibug68.COUNT], new float[3 * Ibug68.COUNT], new byte[Ibug68.COUNT], null);
        }
        return new Landmarks(fixed, points("jaw_contour"), points("landmarks_dense"));
    }

    /** A set of landmarks; null if the dataset has no such set, or its file is older than that. */
    private Points points(String name) {
        if (!columns.has(name + "_2d") || !row.has(columns.named(name + "_2d"))) {
            return null;
        }
        return new Points(
                (float[]) value(name + "_2d"),
                (float[]) value(name + "_3d"),
                codes(name + "_visibility", VISIBLE),
                row.has(columns.named(name + "_hidden_by")) ? codes(name + "_hidden_by", OUTSIDE) : null);
    }

    private byte[] codes(String name, int highest) {
        int[] wide = (int[]) value(name);
        byte[] codes = new byte[wide.length];
        for (int i = 0; i < wide.length; i++) {
            if (wide[i] < 0 || wide[i] > highest) {
                throw new IllegalArgumentException(
                        name + " of landmark " + i + " is " + wide[i] + ", not 0 to " + highest);
            }
            codes[i] = (byte) wide[i];
        }
        return codes;
    }

    private Box box(String name) {
        List<?> sides = (List<?>) row.value(columns.named(name));
        return sides == null
                ? null
                : new Box((Float) sides.get(0), (Float) sides.get(1), (Float) sides.get(2), (Float) sides.get(3));
    }

    private EncodedImage image(String name, ImageFormat format) {
        if (!columns.has(name) || !row.has(columns.named(name))) {
            return null;
        }
        List<?> fields = (List<?>) value(name);
        if (!(fields.get(0) instanceof byte[] bytes)) {
            throw new IllegalArgumentException(name + " has no bytes");
        }
        return new EncodedImage(bytes, format, (Integer) value("width"), (Integer) value("height"));
    }

    private String text(String name) {
        return (String) value(name);
    }

    /** What may be null: of a row that could not be drawn it may not be known what tried. */
    private String known(String name) {
        return (String) row.value(columns.named(name));
    }

    private long whole(String name) {
        return (Long) value(name);
    }

    private Object value(String name) {
        Object value = row.value(columns.named(name));
        if (value == null) {
            throw new IllegalArgumentException(name + " is null");
        }
        return value;
    }
}
