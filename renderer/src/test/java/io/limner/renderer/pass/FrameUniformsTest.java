package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.gl.ShaderSource;
import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Face;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.look.Complexions;
import io.limner.renderer.look.KeyLight;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The frame block as Java writes it and as {@code frame.glsl} declares it. */
class FrameUniformsTest {
    private static final Pattern BLOCK = Pattern.compile("uniform FrameBlock \\{(.*?)\\};", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("(\\w+)\\s+(\\w+)(?:\\[(\\d+)])?;");

    private static Map<String, Integer> offsets;
    private static int declared;
    private static FloatBuffer written;
    private static CameraModel camera;
    private static Face face;

    @BeforeAll
    static void write() {
        offsets = new LinkedHashMap<>();
        declared = 0;
        Matcher block =
                BLOCK.matcher(ShaderSource.of(FrameUniforms.class, "frame.glsl").text());
        assertThat(block.find()).as("frame.glsl declares the block").isTrue();
        Matcher member = MEMBER.matcher(block.group(1).replaceAll("//[^\n]*", ""));
        while (member.find()) {
            offsets.put(member.group(2), declared);
            int count = member.group(3) == null ? 1 : Integer.parseInt(member.group(3));
            declared += count * floats(member.group(1));
        }
        Scene scene = Designs.of().scene(4);
        camera = CameraModels.of(scene.camera(), new ImageSettings(160, 120, ImageFormat.PNG, 95));
        face = FaceModel.shared().face(scene, camera);
        written = FloatBuffer.allocate(FrameUniforms.FLOATS);
        double[] eye = camera.position();
        new FrameUniforms(written).write(face, camera, eye, ShadowView.of(face, eye));
    }

    /** Only types without padding may stand in the block: Java writes its floats one after the other. */
    private static int floats(String type) {
        return switch (type) {
            case "vec4" -> 4;
            case "mat4" -> 16;
            default -> throw new AssertionError("frame.glsl: std140 pads a " + type + "; use vec4 or mat4");
        };
    }

    @Test
    void theBlockIsAsLongAsDeclared() {
        assertThat(FrameUniforms.FLOATS).isEqualTo(declared);
        assertThat(written.limit()).isEqualTo(declared);
    }

    @Test
    void membersStandWhereTheShaderLooksForThem() {
        CameraModel.Intrinsics lens = camera.intrinsics();
        Scene scene = face.scene();
        holds("cameraRight", 0, camera.worldToCamera()[0]);
        holds("cameraRight", 3, lens.fx());
        holds("cameraDown", 1, camera.worldToCamera()[5]);
        holds("cameraForward", 2, camera.worldToCamera()[10]);
        holds("cameraForward", 3, lens.cx());
        holds("imageSize", 0, 160);
        holds("imageSize", 1, 120);
        holds("imageSize", 2, lens.cy());
        double[] key = KeyLight.of(scene.light()).direction();
        for (int i = 0; i < 3; i++) {
            holds("keyDirection", i, key[i]);
        }
        double metering = Complexions.metering(
                Complexions.skin(scene.subject().complexion().skinTone()));
        holds("keyColor", 0, metering * KeyLight.of(scene.light()).color().r());
        float[] toShadow = ShadowView.of(face, camera.position());
        for (int i = 0; i < 16; i++) {
            holds("toShadow", i, toShadow[i]);
        }
        holds("skinColor", 3, scene.subject().complexion().shine());
        holds("skinDetail", 0, scene.subject().complexion().freckles());
        holds("skinDetail", 2, scene.hair().facial().stubble());
        Anchors.Eye left = face.anchors().leftEye();
        Anchors.Eye right = face.anchors().rightEye();
        holds("eyeCenter", 0, left.center()[0] - camera.position()[0]);
        holds("eyeCenter", 3, left.radius());
        holds("eyeCenter", 4, right.center()[0] - camera.position()[0]);
        holds("eyeAxis", 2, left.gaze()[2]);
        holds("eyeAxis", 6, right.gaze()[2]);
        holds(
                "backColor",
                3,
                Bindings.defines().get("BACKGROUND_" + scene.background().style()));
        holds("sensor", 0, scene.capture().noise());
    }

    private static void holds(String member, int index, double expected) {
        assertThat(offsets).containsKey(member);
        assertThat((double) written.get(offsets.get(member) + index))
                .as("%s[%d]", member, index)
                .isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
    }
}
