package io.limner.renderer.pass;

import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Lens;
import io.limner.renderer.look.Appearance;
import io.limner.renderer.look.Backdrop;
import io.limner.renderer.look.Complexions;
import io.limner.renderer.look.Cosmetics;
import io.limner.renderer.look.EnvironmentLight;
import io.limner.renderer.look.KeyLight;
import io.limner.renderer.look.LensTints;
import io.limner.renderer.look.Rgb;
import io.limner.renderer.look.Setting;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.LensModel;
import io.limner.schema.scene.Camera;
import io.limner.schema.scene.Capture;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Subject;
import io.limner.schema.scene.Wear;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes the block that {@code frame.glsl} declares, member by member in its order. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class FrameUniforms {
    static final int FLOATS = 4 * (4 + 2 + 9 + 3 + 6 + 6 + 2 + 4 + 8 + 8 + 1 + 4 + 5 + 8 + 3);

    /** Newton's steps to undo a lens: as many as {@link LensModel} takes. */
    private static final int LENS_STEPS = 8;
    /** The most taps that a blurred pixel takes: what bounds its cost. */
    private static final int MOST_TAPS = 32;

    /** Melanin absorbs little there. */
    private static final double PIGMENT_IN_NEAR_INFRARED = 0.25;

    /** Lips that stand this far apart let all light in, mm. */
    private static final double OPEN_LIPS = 12;

    private final FloatBuffer out;

    FrameUniforms(FloatBuffer out) {
        this.out = out;
    }

    void write(Face face, CameraModel camera, double[] eye, float[] toShadow) {
        out.clear();
        Scene scene = face.scene();
        Appearance look = Appearance.of(scene);
        Development sensor = Development.of(scene);
        camera(camera, sensor.exposure());
        lens(camera.lens());
        light(scene, face.setting(), Complexions.metering(look.skin()), toShadow);
        skin(scene, look, Math.min(1, face.anchors().lipGap() / OPEN_LIPS));
        hair(scene, look);
        eyes(face, look.iris(), eye);
        put(look.cloth(), scene.wear().clothing().pattern().ordinal());
        Backdrop backdrop = Backdrop.of(scene.background());
        put(backdrop.colors()[0], backdrop.style().ordinal());
        for (int i = 1; i < 4; i++) {
            put(backdrop.colors()[i], backdrop.chances()[i - 1]);
        }
        put(sensor.noise(), sensor.seed(), sensor.monochrome() ? 1 : 0, 0);
        blur(scene.capture().blur(), camera.width());
        put(sensor.gains(), 0);
        BackdropSize picture = BackdropSize.of(camera, scene);
        put(picture.columns(), picture.rows(), picture.blur(), picture.taps());
        put(eye[0], eye[1], eye[2], 0);
        glasses(face, eye);
        bounds(GlassBounds.of(face.worn().lenses(), camera));
        Hair hair = scene.hair();
        put(
                hair.shade().grey(scene.subject().age()),
                hair.scalp().drawnCurl(),
                Complexions.greyHair(look.skin()),
                1 / Complexions.metering(look.skin()));
        skinLevels(face, camera, eye);
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

    private void lens(LensModel lens) {
        put(lens.k1(), lens.k2(), lens.k3(), lens.p1());
        put(lens.p2(), lens.reach(), lens.straight() ? 0 : LENS_STEPS, 0);
    }

    /** Whether a picture of that many pixels' width shows the blur that its capture asks for. */
    static boolean blurred(Scene scene, int width) {
        Capture.Blur blur = scene.capture().blur();
        return (blur.defocus() + blur.motion()) * width >= 0.2;
    }

    /** @param width of the picture, pixels */
    private void blur(Capture.Blur blur, int width) {
        // A pixel has two samples on a side: a diameter in pixels is a radius in samples.
        double radius = blur.defocus() * width;
        double motion = blur.motion() * width;
        double direction = StrictMath.toRadians(blur.direction());
        double taps = Math.min(MOST_TAPS, Math.ceil(6 + 2 * (radius + motion)));
        put(radius, motion * StrictMath.cos(direction), -motion * StrictMath.sin(direction), taps);
    }

    /** The light is set for the subject; the background, which is a picture, is not lit by it. */
    private void light(Scene scene, Setting setting, double metering, float[] toShadow) {
        UnaryOperator<Rgb> seen = scene.camera().spectrum() == Camera.Spectrum.VISIBLE
                ? color -> color.scaled(metering)
                : color -> Rgb.grey(metering * color.luminance());
        EnvironmentLight.Lit lit = EnvironmentLight.Lit.of(scene.light(), setting);
        EnvironmentLight environment = lit.mirrored();
        for (Rgb coefficient : lit.irradiance()) {
            put(seen.apply(coefficient), 0);
        }
        put(seen.apply(environment.up()), scene.light().surroundings().rotation() / 360);
        put(seen.apply(environment.level()), 0);
        put(seen.apply(environment.down()), 0);
        List<EnvironmentLight.Lobe> lobes = environment.lobes();
        for (int i = 0; i < EnvironmentLight.MAX_LOBES; i++) {
            double[] axis = i < lobes.size() ? lobes.get(i).axis() : new double[] {0, 1, 0};
            put(axis[0], axis[1], axis[2], i < lobes.size() ? lobes.get(i).sharpness() : 1);
        }
        for (int i = 0; i < EnvironmentLight.MAX_LOBES; i++) {
            put(i < lobes.size() ? seen.apply(lobes.get(i).color()) : Rgb.grey(0), 0);
        }
        KeyLight key = KeyLight.of(scene.light());
        put(key.direction()[0], key.direction()[1], key.direction()[2], key.penumbra());
        put(seen.apply(key.color()), 0);
        out.put(toShadow);
    }

    private void skin(Scene scene, Appearance look, double open) {
        Subject subject = scene.subject();
        put(look.skin(), subject.complexion().skin().shine());
        Subject.Skin surface = subject.complexion().skin();
        Subject.Makeup makeup = subject.complexion().makeup();
        boolean visible = scene.camera().spectrum() == Camera.Spectrum.VISIBLE;
        double pigment = visible ? 1 : PIGMENT_IN_NEAR_INFRARED;
        double lined = surface.wrinkles() * between(subject.age(), 20, 85);
        put(surface.freckles() * pigment, lined, shadow(scene.hair().facial()), (double)
                (subject.identity().seed() % 977));
        put(
                surface.blemishes() * pigment,
                Math.min(1, surface.wrinkles() * pigment * between(subject.age(), 42, 85)),
                0.35 + 0.65 * between(subject.age(), 5, 20),
                visible ? makeup.blush() : 0);
        put(Cosmetics.eyeShadow(makeup.lids().color()), visible ? makeup.lids().strength() : 0);
        put(look.lips(), open);
    }

    /** 0 up to {@code from}, 1 from {@code to}, straight between. */
    private static double between(double value, double from, double to) {
        return Math.max(0, Math.min(1, (value - from) / (to - from)));
    }

    /** How dark the skin under a beard is: what grows too fine to be drawn, and gaps between what is drawn. */
    private static double shadow(Hair.Facial facial) {
        double below =
                switch (facial.style()) {
                    case STUBBLE -> 0.45;
                    case SHORT_BEARD -> 0.85;
                    case FULL_BEARD -> 1;
                    default -> 0;
                };
        return Math.max(facial.stubble(), below * (1 - 0.6 * facial.grey()));
    }

    private void hair(Scene scene, Appearance look) {
        double covered =
                switch (scene.hair().scalp().style()) {
                    case BALD -> 0.10;
                    case BUZZ -> 0.80;
                    default -> 0.97;
                };
        put(look.hair(), covered * (0.5 + 0.5 * scene.hair().scalp().density()));
        put(look.brows(), scene.subject().identity().seed() % 89 / 89.0);
    }

    private void eyes(Face face, Rgb iris, double[] eye) {
        // Pupils close in bright light; here only persons differ.
        double pupil = 0.28 + 0.14 * (face.scene().subject().identity().seed() % 101 / 101.0);
        put(iris, pupil);
        for (Anchors.Eye e : List.of(face.anchors().leftEye(), face.anchors().rightEye())) {
            put(e.center()[0] - eye[0], e.center()[1] - eye[1], e.center()[2] - eye[2], e.radius());
        }
        List<EyeOpening> openings = List.of(EyeOpening.left(face.anchors()), EyeOpening.right(face.anchors()));
        for (EyeOpening o : openings) {
            put(o.eye().gaze()[0], o.eye().gaze()[1], o.eye().gaze()[2], o.corners());
        }
        for (EyeOpening o : openings) {
            put(o.middle(), o.halfWidth(), o.upper(), o.lower());
        }
        double[] m = face.anchors().headToWorld();
        put(m[0], m[4], m[8], face.scene().subject().complexion().makeup().eyeliner());
        put(
                m[1],
                m[5],
                m[9],
                face.scene().subject().complexion().makeup().lips().strength());
    }

    private void glasses(Face face, double[] eye) {
        // The farther one first: a ray that meets both passes through it before the other.
        List<Lens> lenses = face.worn().lenses().stream()
                .sorted(Comparator.comparingDouble(lens -> -squaredDistance(lens.center(), eye)))
                .toList();
        if (lenses.isEmpty()) {
            out.put(new float[4 * 8]);
            return;
        }
        Lens.Outline outline = lenses.get(0).outline();
        for (Lens lens : lenses) {
            double[] c = lens.center();
            put(c[0] - eye[0], c[1] - eye[1], c[2] - eye[2], outline.width());
        }
        for (Lens lens : lenses) {
            put(lens.across()[0], lens.across()[1], lens.across()[2], outline.height());
        }
        for (Lens lens : lenses) {
            put(lens.up()[0], lens.up()[1], lens.up()[2], outline.exponent());
        }
        Wear.Glasses glasses = face.scene().wear().glasses();
        put(outline.taper(), outline.lift(), glasses.reflection(), lenses.size());
        put(LensTints.passed(glasses.tint()), glasses.labelled() ? 1 : 0);
    }

    private void bounds(GlassBounds bounds) {
        put(bounds.left(), bounds.top(), bounds.right(), bounds.bottom());
    }

    /** Whole levels, the same for all of a face: a program reads one of each texture, not two, and does not look for which. */
    private void skinLevels(Face face, CameraModel camera, double[] eye) {
        double[] head = face.anchors().headToWorld();
        double[] middle = {head[3], head[7], head[11]};
        double pixel = StrictMath.sqrt(squaredDistance(middle, eye))
                / camera.intrinsics().fx();
        // Spots are told by their depth, which is the first to go: theirs is the finer level.
        put(nearest(10 * pixel), nearest(3.3 * pixel), Math.floor(level(2.2 * pixel)), nearest(4 * pixel));
    }

    private static double nearest(double texels) {
        return Math.rint(level(texels));
    }

    /** The level of a texture of which a pixel covers so many texels. */
    private static double level(double texels) {
        return Math.max(0, StrictMath.log(texels) / StrictMath.log(2));
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    private void put(Rgb color, double w) {
        put(color.r(), color.g(), color.b(), w);
    }

    private void put(double x, double y, double z, double w) {
        out.put((float) x).put((float) y).put((float) z).put((float) w);
    }
}
