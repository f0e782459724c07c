package io.limner.schema.sample;

import static io.limner.schema.sample.RowColumns.drawing;
import static io.limner.schema.sample.RowColumns.drawn;
import static io.limner.schema.sample.RowColumns.image;

import io.limner.schema.label.CameraModel.Intrinsics;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.Ibug68;
import io.limner.schema.sample.ColumnType.Numbers;
import io.limner.schema.sample.ColumnType.Primitive;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.spec.LabelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Columns of labels. */
final class LabelColumns {
    /** The one picture of 16-bit colour. */
    static final String CANONICAL = "canonical";

    private static final ColumnType VECTOR = new Numbers(Primitive.DOUBLE, 3);
    private static final ColumnType TRANSFORM = new Numbers(Primitive.DOUBLE, 16);

    /** Columns that the first files of version 1 lack, though they have the groups that these belong to. */
    static final Set<String> LATER = Set.of(
            "landmarks_68_hidden_by",
            "jaw_contour_2d",
            "jaw_contour_3d",
            "jaw_contour_visibility",
            "jaw_contour_hidden_by",
            "blendshapes");

    private LabelColumns() {}

    static List<Column> all() {
        List<Column> all = new ArrayList<>(landmarks());
        all.addAll(points(
                LabelKind.LANDMARKS,
                "jaw_contour",
                Ibug68.Group.JAW.count(),
                "17 points of the jaw line, moved to the visible edge of the face",
                Labels.Landmarks::jawContour));
        all.addAll(points(
                LabelKind.DENSE_LANDMARKS,
                "landmarks_dense",
                DenseLandmarks.COUNT,
                "dense landmarks",
                Labels.Landmarks::dense));
        all.addAll(geometry());
        all.addAll(layers());
        return all;
    }

    private static List<Column> landmarks() {
        return List.of(
                computed(
                        LabelKind.LANDMARKS,
                        "landmarks_68_2d",
                        new Numbers(Primitive.FLOAT, 136),
                        labels(labels -> labels.landmarks().points2d()),
                        "x, y of each of the 68 iBUG landmarks, px"),
                computed(
                        LabelKind.LANDMARKS,
                        "landmarks_68_3d",
                        new Numbers(Primitive.FLOAT, 204),
                        labels(labels -> labels.landmarks().points3d()),
                        "x, y, z of each landmark, world frame, mm"),
                computed(
                        LabelKind.LANDMARKS,
                        "landmarks_68_visibility",
                        new Numbers(Primitive.INT32, 68),
                        labels(labels -> widen(labels.landmarks().visibility())),
                        "of each landmark: 0 outside the image, 1 hidden by something nearer, 2 visible"),
                computed(
                        LabelKind.LANDMARKS,
                        "landmarks_68_hidden_by",
                        new Numbers(Primitive.INT32, 68),
                        labels(labels -> widen(labels.landmarks().fixed().hiddenBy())),
                        "of each landmark: 0 nothing, 1 the head itself, 2 hair, 3 wear, 4 occluder, 5 outside the image"));
    }

    /** Four columns for a set of points. */
    private static List<Column> points(
            LabelKind kind, String name, int count, String what, Function<Labels.Landmarks, Labels.Points> of) {
        return List.of(
                computed(
                        kind,
                        name + "_2d",
                        new Numbers(Primitive.FLOAT, 2 * count),
                        points(of, Labels.Points::points2d),
                        "x, y of each of the " + what + ", px"),
                computed(
                        kind,
                        name + "_3d",
                        new Numbers(Primitive.FLOAT, 3 * count),
                        points(of, Labels.Points::points3d),
                        "x, y, z of each of them, world frame, mm"),
                computed(
                        kind,
                        name + "_visibility",
                        new Numbers(Primitive.INT32, count),
                        points(of, points -> widen(points.visibility())),
                        "of each of them, as of the 68"),
                computed(
                        kind,
                        name + "_hidden_by",
                        new Numbers(Primitive.INT32, count),
                        points(of, points -> widen(points.hiddenBy())),
                        "of each of them, as of the 68"));
    }

    private static Function<FaceSample, Object> points(
            Function<Labels.Landmarks, Labels.Points> of, Function<Labels.Points, Object> value) {
        return labels -> {
            if (labels.drawing() == null) {
                return null;
            }
            Labels.Points points = of.apply(labels.drawing().labels().landmarks());
            return points == null ? null : value.apply(points);
        };
    }

    private static List<Column> geometry() {
        return List.of(
                geometry(
                        "face_box",
                        ColumnType.BOX,
                        labels(labels -> box(labels.boxes().face())),
                        "bounds of the 68 landmarks, clipped to the image, px; null if nothing of it is inside"),
                drawing(
                        "head_box",
                        ColumnType.BOX,
                        labels(labels -> box(labels.boxes().head())),
                        "bounds of all visible pixels of the head, its hair and what is worn on it, without neck, clothing, scarf and occluder, px; null if there are none"),
                geometry(
                        "camera_intrinsics",
                        new Numbers(Primitive.DOUBLE, 4),
                        labels(labels -> intrinsics(labels.camera().intrinsics())),
                        "fx, fy, cx, cy, px"),
                geometry(
                        "camera_extrinsics",
                        TRANSFORM,
                        labels(labels -> labels.camera().worldToCamera()),
                        "world to camera, 4 x 4, row by row, mm"),
                geometry(
                        "head_pose",
                        TRANSFORM,
                        labels(labels -> labels.head().headToWorld()),
                        "head to world, 4 x 4, row by row, mm"),
                geometry(
                        "eye_left_center",
                        VECTOR,
                        labels(labels -> labels.eyes().leftCenter()),
                        "centre of the subject's left eyeball, world frame, mm"),
                geometry(
                        "eye_right_center",
                        VECTOR,
                        labels(labels -> labels.eyes().rightCenter()),
                        "centre of the subject's right eyeball, world frame, mm"),
                geometry(
                        "gaze_left",
                        VECTOR,
                        labels(labels -> labels.eyes().leftGaze()),
                        "where the left eye looks, world frame, unit vector"),
                geometry(
                        "gaze_right",
                        VECTOR,
                        labels(labels -> labels.eyes().rightGaze()),
                        "where the right eye looks, world frame, unit vector"),
                geometry(
                        "blendshapes",
                        new Numbers(Primitive.DOUBLE, Blendshape.values().length),
                        labels(labels -> labels.head().movements()),
                        "strength of each of the 52 movements as drawn, preset, gaze and limits included, 0 to 1"));
    }

    private static List<Column> layers() {
        return List.of(
                label(
                        LabelKind.SEGMENTATION,
                        "segmentation",
                        ColumnType.IMAGE,
                        drawn(drawing -> image(drawing.layers().segmentation())),
                        "8-bit grey PNG, the class code of each pixel"),
                label(
                        LabelKind.DEPTH,
                        "depth",
                        ColumnType.IMAGE,
                        drawn(drawing -> image(drawing.layers().depth())),
                        "16-bit grey PNG, distance along the optical axis in steps of 0.1 mm, 0 where there is no surface"),
                label(
                        LabelKind.NORMALS,
                        "normals",
                        ColumnType.IMAGE,
                        drawn(drawing -> image(drawing.layers().normals())),
                        "8-bit RGB PNG, direction of the surface in the camera frame"),
                label(
                        LabelKind.AMODAL,
                        "amodal",
                        ColumnType.IMAGE,
                        drawn(drawing -> image(drawing.layers().onRequest().amodal())),
                        "8-bit grey PNG, a bit for each group of classes that the pixel's ray meets, covered or not"),
                label(
                        LabelKind.ALPHA,
                        "alpha",
                        ColumnType.IMAGE,
                        drawn(drawing -> image(drawing.layers().onRequest().alpha())),
                        "8-bit grey PNG, how much of the pixel is not background, 255 all"),
                label(
                        LabelKind.CANONICAL,
                        CANONICAL,
                        ColumnType.IMAGE,
                        drawn(drawing -> image(drawing.layers().onRequest().canonical())),
                        "16-bit RGB PNG, place of the skin on the neutral adult in steps of 0.01 mm, 0, 0, 0 where there is no skin"),
                label(
                        LabelKind.ALBEDO,
                        "albedo",
                        ColumnType.IMAGE,
                        drawn(drawing -> image(drawing.layers().onRequest().albedo())),
                        "8-bit RGB PNG, colour of the surface without light, sRGB"));
    }

    private static Column label(
            LabelKind kind, String name, ColumnType type, Function<FaceSample, Object> value, String meaning) {
        return new Column(name, type, new Origin.Label(kind, new Origin.Drawing()), value, meaning);
    }

    /** A label of a group that needs no drawing. */
    private static Column computed(
            LabelKind kind, String name, ColumnType type, Function<FaceSample, Object> value, String meaning) {
        return new Column(name, type, new Origin.Label(kind, new Origin.Geometry()), value, meaning);
    }

    private static Column geometry(String name, ColumnType type, Function<FaceSample, Object> value, String meaning) {
        return new Column(name, type, new Origin.Geometry(), value, meaning);
    }

    private static Function<FaceSample, Object> labels(Function<Labels, Object> value) {
        return drawn(drawing -> value.apply(drawing.labels()));
    }

    private static List<Object> box(Labels.Box box) {
        return box == null ? null : List.of(box.x(), box.y(), box.width(), box.height());
    }

    private static double[] intrinsics(Intrinsics intrinsics) {
        return new double[] {intrinsics.fx(), intrinsics.fy(), intrinsics.cx(), intrinsics.cy()};
    }

    private static int[] widen(byte[] values) {
        if (values == null) {
            return null;
        }
        int[] wide = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
