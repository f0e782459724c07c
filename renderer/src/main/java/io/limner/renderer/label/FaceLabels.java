package io.limner.renderer.label;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Face;
import io.limner.renderer.label.LandmarkVisibility.Looked;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.Ibug68;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.Labels.Box;
import io.limner.schema.sample.Labels.Boxes;
import io.limner.schema.sample.Labels.EyeLabel;
import io.limner.schema.sample.Labels.Landmarks;
import io.limner.schema.spec.LabelKind;
import java.util.Set;

/** All labels of one drawing. They come from the face and the camera alone; the frame only says how far the head's pixels go. */
public final class FaceLabels {
    private FaceLabels() {}

    /**
     * Derives the labels.
     *
     * @param face what was drawn
     * @param camera the camera that the frame was drawn with
     * @param frame the drawing
     * @param wanted groups of labels; dense landmarks are derived only if they are among them
     * @throws IllegalArgumentException if the frame is not of the camera's size, or a landmark lies behind the camera
     */
    public static Labels of(Face face, CameraModel camera, Frame frame, Set<LabelKind> wanted) {
        return of(face, camera, frame, wanted, new LinesOfSight(camera));
    }

    /**
     * The labels of a face that was not drawn: the same, but for the box of the head, which is that of its pixels and is null here.
     *
     * @throws IllegalArgumentException if a landmark lies behind the camera
     */
    public static Labels undrawn(Face face, CameraModel camera, Set<LabelKind> wanted) {
        return of(face, camera, (Box) null, wanted, new LinesOfSight(camera));
    }

    /**
     * The same, after a look at whether picture, layers and geometry tell of the same face.
     *
     * @throws FaultyLabelsException if they do not, with the first reason that is found
     */
    public static Labels checked(Face face, CameraModel camera, Frame frame, Set<LabelKind> wanted) {
        LinesOfSight sight = new LinesOfSight(camera);
        Witnesses witnesses = new Witnesses(face, camera, sight);
        Labels labels = of(face, camera, frame, wanted, sight);
        SelfCheck.check(labels, frame, witnesses);
        return labels;
    }

    private static Labels of(Face face, CameraModel camera, Frame frame, Set<LabelKind> wanted, LinesOfSight sight) {
        if (camera.width() != frame.size().width()
                || camera.height() != frame.size().height()) {
            throw new IllegalArgumentException("the camera takes pictures of " + camera.width() + "x" + camera.height()
                    + ", the frame has " + frame.size());
        }
        return of(face, camera, BoundingBoxes.ofHead(frame), wanted, sight);
    }

    private static Labels of(Face face, CameraModel camera, Box head, Set<LabelKind> wanted, LinesOfSight sight) {
        Anchors anchors = face.anchors();
        ProjectedLandmarks points = ProjectedLandmarks.of(anchors.landmarks(), camera);
        LandmarkVisibility visibility = new LandmarkVisibility(camera, sight);
        Looked fixed = visibility.add(points, i -> Ibug68.isMouth(i) ? Ground.MOUTH : Ground.SKIN);
        Looked contour =
                visibility.add(ProjectedLandmarks.of(JawContour.of(anchors, camera), camera), i -> Ground.SKIN);
        Looked dense = wanted.contains(LabelKind.DENSE_LANDMARKS)
                ? visibility.add(ProjectedLandmarks.of(anchors.points().dense(), camera), FaceLabels::ofDense)
                : null;
        sight.search(face);
        EyeLabel eyes = new EyeLabel(
                anchors.leftEye().center().clone(),
                anchors.rightEye().center().clone(),
                anchors.leftEye().gaze().clone(),
                anchors.rightEye().gaze().clone());
        return new Labels(
                new Landmarks(fixed.points(), contour.points(), dense == null ? null : dense.points()),
                new Boxes(
                        BoundingBoxes.ofPoints(points.pixels(), new Frame.Size(camera.width(), camera.height())), head),
                camera,
                HeadPoses.of(anchors.headToWorld(), anchors.movements()),
                eyes);
    }

    private static Ground ofDense(int landmark) {
        return landmark >= DenseLandmarks.ON_SKIN
                ? Ground.EYE
                : DenseLandmarks.isMouth(landmark) ? Ground.MOUTH : Ground.SKIN;
    }
}
