package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.asset.AssetSource;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.pass.ContextSlot;
import io.limner.renderer.pass.Slot;
import io.limner.renderer.pass.StageListener;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.LabelKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault, planted into what a sound device drew, costs its sample and is called by its name. */
@NeedsEgl
class SelfCheckGLTest {
    private static final int SIDE = 96;
    private static final SceneDesign DESIGN =
            Designs.of("image: { width: " + SIDE + ", height: " + SIDE + ", format: png }", "defaults: neutral");

    private static ContextSlot slot;

    @BeforeAll
    static void open() {
        slot = new ContextSlot(new DeviceChoice.Cpu(), FaceModel.shared().surface());
    }

    @AfterAll
    static void close() {
        slot.close();
    }

    /** What becomes of a sample whose frame went through {@code fault}. */
    private static FaceSample sample(SceneDesign design, Consumer<Frame> fault) {
        try (FaceSampler sampler =
                new FaceSampler(design, FaceModel.shared(), AssetSource.NONE, StageListener.NONE, new Slot() {
                    @Override
                    public Frame draw(Face face, CameraModel camera, Set<LabelKind> wanted) {
                        Frame frame = slot.draw(face, camera, wanted);
                        fault.accept(frame);
                        return frame;
                    }

                    @Override
                    public Driver driver() {
                        return slot.driver();
                    }

                    @Override
                    public void close() {}
                })) {
            return sampler.sample(0);
        }
    }

    private static String code(Consumer<Frame> fault) {
        FaceSample row = sample(DESIGN, fault);
        assertThat(row.drawing() == null).isEqualTo(row.failure() != null);
        return row.failure() == null ? "OK" : row.failure().code();
    }

    private static void turn(byte[] classes, SegmentationClass from, SegmentationClass to) {
        for (int i = 0; i < classes.length; i++) {
            classes[i] = classes[i] == from.code() ? (byte) to.code() : classes[i];
        }
    }

    @Test
    void aSoundDrawingPasses() {
        assertThat(code(frame -> {})).isEqualTo("OK");
    }

    @Test
    void anEmptyImage() {
        assertThat(code(frame -> Arrays.fill(frame.rgb(), (byte) 40))).isEqualTo("EMPTY_IMAGE");
    }

    @Test
    void aNumberThatIsNone() {
        assertThat(code(frame -> frame.depth()[17] = Float.NaN)).isEqualTo("NOT_FINITE");
    }

    @Test
    void surfacesWithoutDepth() {
        assertThat(code(frame -> Arrays.fill(frame.depth(), 0, SIDE * SIDE / 2, 0)))
                .isEqualTo("LAYERS_DISAGREE");
    }

    @Test
    void noSkin() {
        assertThat(code(frame -> {
                    turn(frame.classes(), SegmentationClass.SKIN, SegmentationClass.BROW);
                    turn(frame.classes(), SegmentationClass.NOSE, SegmentationClass.BROW);
                }))
                .isEqualTo("CLASS_MISSING");
    }

    /** As if the device had left out a thing, or called it by another name; what is small needs more pixels. */
    @ParameterizedTest
    @CsvSource({
        "wear.mask, surgical, MASK, NECK, 96",
        "wear.glasses, rectangle, GLASSES, SKIN, 96",
        "wear.headwear, beanie, HEADWEAR, HAIR, 96",
        "wear.headphones, over_ear, HEADPHONES, EAR, 96",
        "wear.scarf, wrapped, SCARF, CLOTHING, 96",
        "wear.occluder, phone, OCCLUDER, SKIN, 96",
        "expression.jaw_open, 0.1, EAR, HAIR, 96",
        "expression.jaw_open, 0.2, CLOTHING, NECK, 96",
        "expression.jaw_open, 0.1, HAIR, SKIN, 256",
        "expression.jaw_open, 0.2, BROW, SKIN, 256",
        "expression.jaw_open, 0.3, IRIS, EYE_WHITE, 256",
        "expression.jaw_open, 0.4, EYE_WHITE, SKIN, 256",
        "expression.jaw_open, 0.5, TEETH, MOUTH_INTERIOR, 256",
        "expression.jaw_open, 0.7, TONGUE, MOUTH_INTERIOR, 256",
    })
    void aClassThatIsNotThere(
            String parameter, String value, SegmentationClass kind, SegmentationClass instead, int side) {
        SceneDesign design = Designs.of(
                "image: { width: " + side + ", height: " + side + ", format: png }",
                "defaults: neutral",
                "parameters: { " + parameter + ": { fixed: " + value + " } }");
        assertThat(sample(design, frame -> {}).failure()).isNull();
        FaceSample row = sample(design, frame -> turn(frame.classes(), kind, instead));
        assertThat(row.failure().code()).isEqualTo("CLASS_MISSING");
        assertThat(row.failure().message()).contains(kind.name().toLowerCase(Locale.ROOT));
    }

    /** As if the layers had been drawn by another camera. */
    @Test
    void depthsOfAnotherCamera() {
        assertThat(code(frame -> move(frame.depth(), -60))).isEqualTo("DEPTH_MISMATCH");
        assertThat(code(frame -> move(frame.depth(), 60))).isEqualTo("DEPTH_MISMATCH");
    }

    private static void move(float[] depth, float by) {
        for (int i = 0; i < depth.length; i++) {
            depth[i] += depth[i] > 0 ? by : 0;
        }
    }

    /** As if the layers were of the picture before. */
    @Test
    void classesOfAnotherPlace() {
        assertThat(code(frame -> {
                    byte[] classes = frame.classes().clone();
                    for (int i = 0; i < classes.length; i++) {
                        byte kind = classes[(i + 14 * SIDE) % classes.length];
                        frame.classes()[i] = frame.depth()[i] == 0 ? 0 : kind == 0 ? 1 : kind;
                    }
                }))
                .isEqualTo("LANDMARK_OFF_CLASS");
    }
}
