package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Face;
import io.limner.renderer.label.CameraModels;
import io.limner.renderer.look.Complexions;
import io.limner.renderer.look.Rgb;
import io.limner.renderer.pass.ContextSlot;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The forehead of each skin tone under a grey sky, without a key light and as matt as skin gets, against the published Monk scale: the
 * light that is turned up for dark skin is turned down again, and one exposure serves all ten. FORMAT.md prints what comes of it.
 */
@NeedsEgl
class SkinTonesGLTest {
    /** Monk skin tone scale, sRGB: Ellis Monk, 2022. */
    private static final int[] MONK = {
        0xf6ede4, 0xf3e7db, 0xf7ead0, 0xeadaba, 0xd7bd96, 0xa07e56, 0x825c43, 0x604134, 0x3a312a, 0x292420
    };
    /** CIEDE2000 of each tone, as FORMAT.md has them. */
    private static final double[] DELTA = {5.3, 5.0, 4.9, 4.2, 2.8, 3.1, 5.4, 6.3, 7.6, 9.3};

    private static final double EXPOSURE = 1.53;
    private static final int SIDE = 256;

    @Test
    void litSkinKeepsItsDistanceFromTheMonkScale() {
        FaceModel model = FaceModel.shared();
        double[] deltas = new double[10];
        try (ContextSlot slot = new ContextSlot(new DeviceChoice.Cpu(), model.surface())) {
            for (int tone = 1; tone <= 10; tone++) {
                Rgb patch = patch(model, slot, tone).scaled(EXPOSURE / Complexions.metering(Complexions.skin(tone)));
                deltas[tone - 1] = difference(lab(patch), lab(Rgb.ofSrgb(MONK[tone - 1])));
            }
        }
        System.out.println("CIEDE2000 to the Monk scale: "
                + Arrays.stream(deltas)
                        .mapToObj(d -> String.format(Locale.ROOT, "%.1f", d))
                        .toList());
        for (int i = 0; i < 10; i++) {
            assertThat(deltas[i]).as("tone %s", i + 1).isCloseTo(DELTA[i], within(0.6));
        }
    }

    /** A formula of many cases: two pairs of Sharma et al., The CIEDE2000 Color-Difference Formula, 2005, table 1. */
    @Test
    void differencesAreThoseOfThePublishedPairs() {
        assertThat(difference(new double[] {50, 2.6772, -79.7751}, new double[] {50, 0, -82.7485}))
                .isCloseTo(2.0425, within(1e-4));
        assertThat(difference(new double[] {60.2574, -34.0099, 36.2677}, new double[] {60.4626, -34.1751, 39.4387}))
                .isCloseTo(1.2644, within(1e-4));
    }

    /** Mean linear colour of a square centimetre of forehead. */
    private static Rgb patch(FaceModel model, ContextSlot slot, int tone) {
        Scene scene = Designs.of(
                        "defaults: neutral",
                        "parameters:",
                        "  subject.skin_tone: { fixed: " + tone + " }",
                        "  subject.shine: { fixed: 0 }",
                        "  light.environment: { fixed: overcast }",
                        "  light.key_intensity: { fixed: 0 }")
                .scene(0);
        CameraModel camera = CameraModels.of(scene.camera(), new ImageSettings(SIDE, SIDE, ImageFormat.PNG, 100));
        Face face = model.face(scene, camera);
        Frame frame = slot.draw(face, camera);
        double[] p = face.anchors().landmarks();
        double[] w = camera.worldToCamera();
        double[] at = new double[3];
        for (int k = 0; k < 3; k++) {
            at[k] = w[4 * k + 3];
            for (int j = 0; j < 3; j++) {
                // As far above the inner ends of the brows as the nose is long, by a third.
                double brow = (p[3 * 21 + j] + p[3 * 22 + j]) / 2;
                at[k] += w[4 * k + j] * (brow + 0.35 * (p[3 * 27 + j] - p[3 * 33 + j]) * (j == 1 ? 1 : 0));
            }
        }
        int x = (int)
                (camera.intrinsics().fx() * at[0] / at[2] + camera.intrinsics().cx());
        int y = (int)
                (camera.intrinsics().fy() * at[1] / at[2] + camera.intrinsics().cy());
        Rgb sum = Rgb.grey(0);
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                int i = 3 * ((y + dy) * SIDE + x + dx);
                sum = sum.plus(Rgb.ofSrgb(
                        (frame.rgb()[i] & 255) << 16 | (frame.rgb()[i + 1] & 255) << 8 | (frame.rgb()[i + 2] & 255)));
            }
        }
        return sum.scaled(1 / 81.0);
    }

    /** CIE Lab for D65. */
    private static double[] lab(Rgb c) {
        double x = curve((0.4124564 * c.r() + 0.3575761 * c.g() + 0.1804375 * c.b()) / 0.95047);
        double y = curve(0.2126729 * c.r() + 0.7151522 * c.g() + 0.0721750 * c.b());
        double z = curve((0.0193339 * c.r() + 0.1191920 * c.g() + 0.9503041 * c.b()) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /** CIEDE2000: Sharma, Wu and Dalal, 2005. */
    private static double difference(double[] p, double[] q) {
        double mean = (Math.hypot(p[1], p[2]) + Math.hypot(q[1], q[2])) / 2;
        double grey = 1.5 - 0.5 * Math.sqrt(Math.pow(mean, 7) / (Math.pow(mean, 7) + Math.pow(25, 7)));
        double c1 = Math.hypot(grey * p[1], p[2]);
        double c2 = Math.hypot(grey * q[1], q[2]);
        double h1 = (Math.toDegrees(Math.atan2(p[2], grey * p[1])) + 360) % 360;
        double h2 = (Math.toDegrees(Math.atan2(q[2], grey * q[1])) + 360) % 360;
        double turn = Math.abs(h1 - h2) <= 180 ? h2 - h1 : h2 > h1 ? h2 - h1 - 360 : h2 - h1 + 360;
        double hue = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
        double l = (p[0] + q[0]) / 2;
        double c = (c1 + c2) / 2;
        double h = Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + 360) / 2 % 360;
        double t =
                1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.20 * cosine(4 * h - 63);
        double dl = (q[0] - p[0]) / (1 + 0.015 * (l - 50) * (l - 50) / Math.sqrt(20 + (l - 50) * (l - 50)));
        double dc = (c2 - c1) / (1 + 0.045 * c);
        double dh = hue / (1 + 0.015 * c * t);
        double blue = -2
                * Math.sqrt(Math.pow(c, 7) / (Math.pow(c, 7) + Math.pow(25, 7)))
                * Math.sin(Math.toRadians(60 * Math.exp(-(h - 275) / 25 * (h - 275) / 25)));
        return Math.sqrt(dl * dl + dc * dc + dh * dh + blue * dc * dh);
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
