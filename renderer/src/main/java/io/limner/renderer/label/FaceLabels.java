package io.limner.renderer.label;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Anchors;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.Ibug68;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.Labels.Boxes;
import io.limner.schema.sample.Labels.EyeLabel;
import io.limner.schema.sample.Labels.Landmarks;
import io.limner.schema.spec.LabelKind;
import java.util.Set;

/** All labels of one drawing. Geometry comes from the anchors; the frame only decides what is hidden and how far the hair goes. */
public final class FaceLabels {
    private FaceLabels() {}

    /**
     * Derives the labels.
     *
     * @param anchors the points of the face, world frame
     * @param camera the camera that the frame was drawn with
     * @param frame what was drawn
     * @param wanted groups of labels; dense landmarks are derived only if they are among them
     * @throws IllegalArgumentException if the frame is not of the camera's size, or a landmark lies behind the camera
     */
    public static Labels of(Anchors anchors, CameraModel camera, Frame frame, Set<LabelKind> wanted) {
        if (camera.width() != frame.size().width()
                || camera.height() != frame.size().height()) {
            throw new IllegalArgumentException("the camera takes pictures of " + camera.width() + "x" + camera.height()
                    + ", the frame has " + frame.size());
        }
        ProjectedLandmarks points = ProjectedLandmarks.of(anchors.landmarks(), camera);
        LandmarkVisibility sight =
                new LandmarkVisibility(frame, camera.intrinsics().fx());
        double[] contour = JawContour.of(anchors, camera);
        EyeLabel eyes = new EyeLabel(
                anchors.leftEye().center().clone(),
                anchors.rightEye().center().clone(),
                anchors.leftEye().gaze().clone(),
                anchors.rightEye().gaze().clone());
        return new Labels(
                new Landmarks(
                        sight.of(points, Ibug68::isMouth),
                        sight.of(ProjectedLandmarks.of(contour, camera), i -> false),
                        wanted.contains(LabelKind.DENSE_LANDMARKS)
                                ? sight.of(
                                        ProjectedLandmarks.of(anchors.points().dense(), camera),
                                        DenseLandmarks::isMouth)
                                : null),
                new Boxes(BoundingBoxes.ofPoints(points.pixels(), frame.size()), BoundingBoxes.ofHead(frame)),
                camera,
                HeadPoses.of(anchors.headToWorld(), anchors.movements()),
                eyes);
    }
}
