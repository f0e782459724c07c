package io.limner.renderer;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.golden.ImageComparison;
import io.limner.renderer.golden.Tolerance;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Four faces that a person has looked at. A change of the look or the shape on purpose makes these fail: look at the new pictures,
 * then approve them as {@link ImageComparison} says.
 */
@NeedsEgl
class GoldenFacesGLTest {
    private static final ImageSettings IMAGE = new ImageSettings(128, 128, ImageFormat.PNG, 100);
    private static final FaceModel MODEL = FaceModel.shared();
    private static final ImageComparison GOLDEN = ImageComparison.ofThisModule();
    /**
     * llvmpipe gives the same bytes on every processor with SSE 4.1, with AVX or without. An older one, played with
     * GALLIUM_OVERRIDE_CPU_CAPS=sse2, differs by up to 29 at a few edges and by 0.2 in the mean.
     */
    private static final Tolerance COLOR = new Tolerance(32, 0.5);

    private static ContextSlot slot;

    @BeforeAll
    static void open() {
        slot = new ContextSlot(new DeviceChoice.Cpu(), MODEL.surface());
    }

    @AfterAll
    static void close() {
        slot.close();
    }

    /** Compares the neutral scene but for the given parameters. */
    private static void compare(String name, String... parameters) {
        Scene scene = Designs.of("defaults: neutral", "parameters:\n  " + String.join("\n  ", parameters))
                .scene(0);
        CameraModel camera = CameraModels.of(scene.camera(), IMAGE);
        Frame frame = slot.draw(MODEL.face(scene, camera), camera);
        GOLDEN.assertColor(name, frame.rgb(), frame.size(), COLOR);
        GOLDEN.assertMask(name + "-classes", frame.classes(), frame.size());
    }

    @Test
    void neutral() {
        compare("neutral", "subject.age: { fixed: 30 }");
    }

    @Test
    void smilingWithLongHair() {
        compare(
                "long-hair",
                "subject.identity_seed: { fixed: 11 }",
                "subject.identity_strength: { fixed: 1 }",
                "subject.skin_tone: { fixed: 3 }",
                "subject.freckles: { fixed: 0.7 }",
                "subject.eye_color: { fixed: blue }",
                "hair.style: { fixed: long }",
                "hair.color: { fixed: auburn }",
                "expression.preset: { fixed: smile }",
                "head.yaw: { fixed: 35 }",
                "light.environment: { fixed: sunset }",
                "background.style: { fixed: outdoor }");
    }

    @Test
    void baldWithOpenMouth() {
        compare(
                "bald",
                "subject.identity_seed: { fixed: 12 }",
                "subject.identity_strength: { fixed: 1 }",
                "subject.sex: { fixed: male }",
                "subject.age: { fixed: 70 }",
                "subject.skin_tone: { fixed: 9 }",
                "hair.style: { fixed: bald }",
                "hair.stubble: { fixed: 0.6 }",
                "expression.preset: { fixed: mouth_open }",
                "head.pitch: { fixed: 12 }",
                "light.environment: { fixed: window }",
                "background.style: { fixed: room }");
    }

    @Test
    void curlyAgainstLights() {
        compare(
                "curly",
                "subject.identity_seed: { fixed: 13 }",
                "subject.identity_strength: { fixed: 1 }",
                "subject.skin_tone: { fixed: 6 }",
                "hair.style: { fixed: curly }",
                "hair.color: { fixed: black }",
                "expression.preset: { fixed: surprise }",
                "head.yaw: { fixed: -50 }",
                "head.roll: { fixed: 12 }",
                "gaze.yaw: { fixed: 20 }",
                "light.key_azimuth: { fixed: -90 }",
                "background.style: { fixed: bokeh }",
                "capture.noise: { fixed: 0.01 }");
    }
}
