package io.limner.schema.sample;

import io.limner.schema.canonical.Sha256;
import io.limner.schema.label.CameraModel.Intrinsics;
import io.limner.schema.spec.LabelKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/** Feeds labels to a digest: each as its column's name, a line feed, and its numbers, big-endian. */
final class LabelHash {
    private final Set<LabelKind> kinds;
    private final MessageDigest digest = Sha256.digest();

    LabelHash(Set<LabelKind> kinds) {
        this.kinds = kinds;
    }

    String of(Labels labels, RawLayers layers) {
        if (kinds.contains(LabelKind.LANDMARKS)) {
            points("landmarks_68", labels.landmarks().fixed());
            points("jaw_contour", labels.landmarks().jawContour());
        }
        if (kinds.contains(LabelKind.DENSE_LANDMARKS)) {
            points("landmarks_dense", labels.landmarks().dense());
        }
        box("face_box", labels.boxes().face());
        box("head_box", labels.boxes().head());
        Intrinsics camera = labels.camera().intrinsics();
        section("camera_intrinsics", new double[] {camera.fx(), camera.fy(), camera.cx(), camera.cy()});
        section("camera_extrinsics", labels.camera().worldToCamera());
        section("head_pose", labels.head().headToWorld());
        section("eye_left_center", labels.eyes().leftCenter());
        section("eye_right_center", labels.eyes().rightCenter());
        section("gaze_left", labels.eyes().leftGaze());
        section("gaze_right", labels.eyes().rightGaze());
        if (labels.head().movements() != null) {
            section("blendshapes", labels.head().movements());
        }
        if (kinds.contains(LabelKind.SEGMENTATION)) {
            section("segmentation", layers.classes());
        }
        if (kinds.contains(LabelKind.DEPTH)) {
            section("depth", layers.depth());
        }
        if (kinds.contains(LabelKind.NORMALS)) {
            section("normals", layers.normals());
        }
        if (kinds.contains(LabelKind.AMODAL)) {
            section("amodal", layers.onRequest().amodal());
        }
        if (kinds.contains(LabelKind.ALPHA)) {
            section("alpha", layers.onRequest().alpha());
        }
        if (kinds.contains(LabelKind.CANONICAL)) {
            section("canonical", layers.onRequest().canonical());
        }
        if (kinds.contains(LabelKind.ALBEDO)) {
            section("albedo", layers.onRequest().albedo());
        }
        return Sha256.hex(digest.digest());
    }

    /** Rows of older versions lack some. */
    private void points(String name, Labels.Points points) {
        if (points == null) {
            return;
        }
        section(name + "_2d", points.points2d());
        section(name + "_3d", points.points3d());
        section(name + "_visibility", points.visibility());
        if (points.hiddenBy() != null) {
            section(name + "_hidden_by", points.hiddenBy());
        }
    }

    private void box(String name, Labels.Box box) {
        if (box != null) {
            section(name, new float[] {box.x(), box.y(), box.width(), box.height()});
        }
    }

    private void section(String name, byte[] values) {
        name(name);
        digest.update(values);
    }

    private void section(String name, short[] values) {
        name(name);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES);
        bytes.asShortBuffer().put(values);
        digest.update(bytes.array());
    }

    private void section(String name, float[] values) {
        name(name);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        for (float value : values) {
            bytes.putFloat(value + 0f); // -0 and 0 are one value
        }
        digest.update(bytes.array());
    }

    private void section(String name, double[] values) {
        name(name);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        for (double value : values) {
            bytes.putDouble(value + 0.0);
        }
        digest.update(bytes.array());
    }

    private void name(String name) {
        digest.update((name + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
