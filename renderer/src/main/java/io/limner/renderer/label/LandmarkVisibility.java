package io.limner.renderer.label;

import io.limner.schema.label.CameraModel;
import io.limner.schema.label.HiddenBy;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Labels.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Which landmarks are in the picture, which of them are hidden, and by what. */
final class LandmarkVisibility {
    private static final byte OUTSIDE = 0;
    private static final byte HIDDEN = 1;
    private static final byte VISIBLE = 2;

    private static final HiddenBy[] BY_CODE = new HiddenBy[256];

    static {
        for (SegmentationClass cover : SegmentationClass.values()) {
            BY_CODE[cover.code()] = HiddenBy.of(cover);
        }
    }

    private final CameraModel camera;
    private final LinesOfSight sight;

    /** Adds to {@code sight}, which must be searched before anything is asked of a set. */
    LandmarkVisibility(CameraModel camera, LinesOfSight sight) {
        this.camera = camera;
        this.sight = sight;
    }

    /**
     * A set of landmarks.
     *
     * @param landmarks where they are
     * @param lines the line to each; null where it is outside the picture
     */
    record Looked(ProjectedLandmarks landmarks, List<LinesOfSight.Line> lines) {

        /** What was found. */
        Points points() {
            byte[] visibility = new byte[lines.size()];
            byte[] hiddenBy = new byte[visibility.length];
            for (int i = 0; i < visibility.length; i++) {
                LinesOfSight.Line line = lines.get(i);
                HiddenBy cover = line == null ? HiddenBy.OUTSIDE : BY_CODE[line.cover()];
                hiddenBy[i] = (byte) cover.code();
                visibility[i] = cover == HiddenBy.NOTHING ? VISIBLE : cover == HiddenBy.OUTSIDE ? OUTSIDE : HIDDEN;
            }
            return new Points(landmarks.pixelsAsFloats(), landmarks.worldAsFloats(), visibility, hiddenBy);
        }
    }

    /**
     * Adds a set.
     *
     * @param ground what each landmark lies on
     */
    Looked add(ProjectedLandmarks landmarks, IntFunction<Ground> ground) {
        List<LinesOfSight.Line> lines = new ArrayList<>();
        double[] world = landmarks.world();
        for (int i = 0; i < landmarks.count(); i++) {
            double x = landmarks.pixels()[2 * i];
            double y = landmarks.pixels()[2 * i + 1];
            boolean inside = x >= 0 && y >= 0 && x < camera.width() && y < camera.height();
            lines.add(inside ? sight.to(world[3 * i], world[3 * i + 1], world[3 * i + 2], ground.apply(i)) : null);
        }
        return new Looked(landmarks, lines);
    }
}
