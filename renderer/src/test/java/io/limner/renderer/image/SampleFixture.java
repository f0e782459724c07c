package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import io.limner.renderer.frame.Frame.Size;
import io.limner.schema.design.Place;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.Labels.Landmarks;
import io.limner.schema.scene.Background;
import io.limner.schema.scene.Camera;
import io.limner.schema.scene.Capture;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Light;
import io.limner.schema.scene.Pose;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Subject;
import io.limner.schema.scene.Wear;
import io.limner.schema.spec.LabelKind;
import java.util.Arrays;
import java.util.EnumSet;

/** Rows that no renderer has drawn. */
final class SampleFixture {
    private static final Subject.Makeup NO_MAKEUP = new Subject.Makeup(
            new Subject.Lipstick(0, Subject.LipstickColor.RED),
            new Subject.EyeShadow(0, Subject.EyeShadowColor.BROWN),
            0,
            0);
    /** What every pixel of a fixture shows. */
    static final SegmentationClass SHOWN = SegmentationClass.NOSE;

    private SampleFixture() {}

    /**
     * A row with all layers: one class, depth that grows along the rows and down, and one normal. Its landmarks stand on a grid;
     * those with an even number are visible, the others hidden.
     */
    static FaceSample drawn(long sampleId, Size size) {
        byte[] classes = new byte[size.pixels()];
        Arrays.fill(classes, (byte) SHOWN.code());
        float[] depth = new float[size.pixels()];
        byte[] normals = new byte[size.pixels() * 3];
        for (int i = 0; i < size.pixels(); i++) {
            depth[i] = 500 + i;
            normals[3 * i] = 127;
            normals[3 * i + 1] = 127;
        }
        Frame frame = new Frame(size, TestPicture.rgb(size), classes, depth, normals);
        try (PngEncoder colour = new PngEncoder();
                LayerEncoder layers = new LayerEncoder()) {
            Labels labels = new Labels(landmarks(size), null, null, null, null);
            Drawing drawing = new Drawing(
                    colour.encode(frame.rgb(), size),
                    labels,
                    layers.encode(LayerEncoder.raw(frame, EnumSet.allOf(LabelKind.class)), size),
                    "pixels",
                    "labels");
            return new FaceSample(new Place(sampleId, sampleId, null, null), scene(), provenance(), drawing, null);
        }
    }

    static FaceSample failed(long sampleId) {
        return new FaceSample(
                new Place(sampleId, sampleId, null, null),
                scene(),
                provenance(),
                null,
                new Failure("SCENE_FAILED", "no head pack"));
    }

    private static Landmarks landmarks(Size size) {
        float[] points = new float[136];
        byte[] visibility = new byte[68];
        for (int i = 0; i < 68; i++) {
            int column = i % 9;
            int row = i / 9;
            points[2 * i] = size.width() * (0.1f + 0.1f * column);
            points[2 * i + 1] = size.height() * (0.1f + 0.1f * row);
            visibility[i] = (byte) (i % 2 == 0 ? 2 : 1);
        }
        return new Landmarks(points, new float[204], visibility);
    }

    private static Provenance provenance() {
        return new Provenance("spec", "sample", "renderer", "driver", "assets");
    }

    private static Scene scene() {
        return new Scene(
                new Subject(
                        34.6,
                        Subject.Sex.FEMALE,
                        new Subject.Ancestry(1, 1, 1),
                        new Subject.Identity(1, 1, 0.5, 1, Subject.Head.MAKEHUMAN),
                        new Subject.Complexion(5, new Subject.Skin(0, 0, 1, 0.3), Subject.EyeColor.HAZEL, NO_MAKEUP)),
                new Hair(
                        Hair.Scalp.of(Hair.Style.BOB),
                        new Hair.Shade(Hair.Color.BROWN, 60),
                        0.5,
                        Hair.Facial.SHAVED,
                        1),
                new Expression(Expression.Preset.SMILE, 1),
                new Pose(-30, 10, 5),
                new Gaze(0, 0),
                Wear.shirt(new Wear.Clothing(Wear.Cut.CREW_NECK, Wear.Pattern.PLAIN, 0, 0, 0.5)),
                new Light(
                        new Light.Surroundings(Light.Environment.OFFICE, 0, 0),
                        1,
                        6500,
                        new Light.Key(0, 0, 1, 6500, 2)),
                Camera.inFront(50, 36, 700, 0, 0),
                new Background(Background.Style.PLAIN, 1),
                Capture.IDEAL);
    }
}
