package io.limner.renderer.pass;

import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Face;
import io.limner.renderer.look.Backdrop;
import io.limner.renderer.look.Complexions;
import io.limner.renderer.look.EnvironmentLight;
import io.limner.renderer.look.KeyLight;
import io.limner.renderer.look.Rgb;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Subject;
import java.nio.FloatBuffer;
import java.util.List;

/** Writes the block that {@code frame.glsl} declares, member by member in its order. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class FrameUniforms {
    static final int FLOATS = 4 * (4 + 9 + 3 + 6 + 6 + 2 + 4 + 6 + 4 + 1 + 4 + 1);

    /** Lips that stand this far apart let all light in, mm. */
    private static final double OPEN_LIPS = 12;

    private final FloatBuffer out;

    FrameUniforms(FloatBuffer out) {
        this.out = out;
    }

    void write(Face face, CameraModel camera, double[] eye, float[] toShadow) {
        out.clear();
        Scene scene = face.scene();
        Rgb skin = Complexions.skin(scene.subject().complexion().skinTone());
        camera(camera, StrictMath.pow(2, scene.capture().exposure()));
        light(scene, Complexions.metering(skin), toShadow);
        skin(scene, skin, Math.min(1, face.anchors().lipGap() / OPEN_LIPS));
        hair(scene.hair(), skin, scene.subject().identity().seed());
        eyes(face, eye);
        Rgb cloth = Rgb.ofHsv(
                scene.wear().clothingHue() % 360,
                scene.wear().clothingSaturation(),
                scene.wear().clothingValue());
        put(cloth.scaled(0.85).plus(new Rgb(0.01, 0.01, 0.01)), 0);
        Backdrop backdrop = Backdrop.of(scene.background());
        put(backdrop.colors()[0], backdrop.style().ordinal());
        for (int i = 1; i < 4; i++) {
            put(backdrop.colors()[i], backdrop.chances()[i - 1]);
        }
        // Shaders count noise in 32-bit integers; the seed is folded into what a float holds exactly.
        put(scene.capture().noise(), (double) (scene.capture().seed() % 1_000_003), 0, 0);
        out.flip();
        if (out.limit() != FLOATS) {
            throw new IllegalStateException("frame block: " + out.limit() + " floats written, " + FLOATS + " declared");
        }
    }

    private void camera(CameraModel camera, double exposure) {
        double[] m = camera.worldToCamera();
        CameraModel.Intrinsics k = camera.intrinsics();
        put(m[0], m[1], m[2], k.fx());
        put(m[4], m[5], m[6], k.fy());
        put(m[8], m[9], m[10], k.cx());
        put(camera.width(), camera.height(), k.cy(), exposure);
    }

    /** The light is set for the subject; the background, which is a picture, is not lit by it. */
    private void light(Scene scene, double metering, float[] toShadow) {
        EnvironmentLight environment = EnvironmentLight.of(scene.light());
        for (Rgb coefficient : environment.irradiance()) {
            put(coefficient.scaled(metering), 0);
        }
        put(environment.up().scaled(metering), 0);
        put(environment.level().scaled(metering), 0);
        put(environment.down().scaled(metering), 0);
        List<EnvironmentLight.Lobe> lobes = environment.lobes();
        for (int i = 0; i < EnvironmentLight.MAX_LOBES; i++) {
            double[] axis = i < lobes.size() ? lobes.get(i).axis() : new double[] {0, 1, 0};
            put(axis[0], axis[1], axis[2], i < lobes.size() ? lobes.get(i).sharpness() : 1);
        }
        for (int i = 0; i < EnvironmentLight.MAX_LOBES; i++) {
            put(i < lobes.size() ? lobes.get(i).color().scaled(metering) : new Rgb(0, 0, 0), 0);
        }
        KeyLight key = KeyLight.of(scene.light());
        put(key.direction()[0], key.direction()[1], key.direction()[2], 0);
        put(key.color().scaled(metering), 0);
        out.put(toShadow);
    }

    private void skin(Scene scene, Rgb skin, double open) {
        Subject subject = scene.subject();
        put(skin, subject.complexion().shine());
        double age = Math.max(0, Math.min(1, (subject.age() - 25) / 60));
        put(subject.complexion().freckles(), age, scene.hair().stubble(), (double)
                (subject.identity().seed() % 977));
        put(Complexions.lips(skin), open);
    }

    private void hair(Hair hair, Rgb skin, long identity) {
        Rgb color = Complexions.hair(hair.color());
        double covered =
                switch (hair.style()) {
                    case BALD -> 0.10;
                    case BUZZ -> 0.80;
                    default -> 0.97;
                };
        put(color, covered);
        put(Complexions.brows(color, skin), identity % 89 / 89.0);
    }

    private void eyes(Face face, double[] eye) {
        // Pupils close in bright light; here only persons differ.
        double pupil = 0.28 + 0.14 * (face.scene().subject().identity().seed() % 101 / 101.0);
        put(Complexions.iris(face.scene().subject().complexion().eyeColor()), pupil);
        for (Anchors.Eye e : List.of(face.anchors().leftEye(), face.anchors().rightEye())) {
            put(e.center()[0] - eye[0], e.center()[1] - eye[1], e.center()[2] - eye[2], e.radius());
        }
        for (Anchors.Eye e : List.of(face.anchors().leftEye(), face.anchors().rightEye())) {
            put(e.gaze()[0], e.gaze()[1], e.gaze()[2], 0);
        }
    }

    private void put(Rgb color, double w) {
        put(color.r(), color.g(), color.b(), w);
    }

    private void put(double x, double y, double z, double w) {
        out.put((float) x).put((float) y).put((float) z).put((float) w);
    }
}
