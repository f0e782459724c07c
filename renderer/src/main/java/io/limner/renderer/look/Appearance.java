package io.limner.renderer.look;

import io.limner.schema.scene.Camera.Spectrum;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Subject;
import io.limner.schema.scene.Subject.Complexion;
import io.limner.schema.scene.Wear;

/**
 * Albedos of a subject as its camera sees them. Near infrared (about 850 nm) is monochrome: skin is bright and melanin hardly tells in
 * it, black hair is brown, dark eyes are light, and dyes of cloth let most of it pass.
 *
 * @param skin unshaded skin
 * @param lips the red of the lips
 * @param hair a mass of hair
 * @param brows brows
 * @param iris the iris between its fibres
 * @param cloth the shirt
 */
public record Appearance(Rgb skin, Rgb lips, Rgb hair, Rgb brows, Rgb iris, Rgb cloth) {

    /** What the camera of {@code scene} sees of its subject. */
    public static Appearance of(Scene scene) {
        Complexion complexion = scene.subject().complexion();
        Rgb skin = Complexions.skin(complexion.skinTone());
        Rgb hair = Complexions.hair(scene.hair().shade().color(), skin);
        Appearance visible = new Appearance(
                skin,
                Cosmetics.lips(
                        Complexions.lips(skin, contrast(scene.subject())),
                        complexion.makeup().lips()),
                hair,
                Complexions.brows(hair, skin),
                Complexions.iris(complexion.eyeColor(), skin),
                cloth(scene.wear().clothing()));
        return scene.camera().spectrum() == Spectrum.VISIBLE
                ? visible
                : visible.inNearInfrared(scene.hair().shade().color());
    }

    /** Lips of women stand out more from their skin: R. Russell, A sex difference in facial contrast, Perception 38, 2009. */
    private static double contrast(Subject subject) {
        double grown = Math.max(0, Math.min(1, (subject.age() - 9) / 10));
        return subject.sex() == Subject.Sex.FEMALE ? grown * subject.identity().dimorphism() : 0;
    }

    private static Rgb cloth(Wear.Clothing wear) {
        return Fabrics.visible(wear.hue(), wear.saturation(), wear.value());
    }

    /** Reflectances at 850 nm are of the size that spectrophotometers find: skin 0.45 to 0.6, black hair 0.1, grey hair 0.4. */
    private Appearance inNearInfrared(Hair.Color color) {
        double pale = 0.47 + 0.13 * Math.min(1, skin.luminance() / 0.6);
        double strands =
                switch (color) {
                    case BLACK -> 0.09;
                    case DARK_BROWN -> 0.15;
                    case BROWN -> 0.22;
                    case AUBURN -> 0.30;
                    case BLOND, GREY -> 0.42;
                    case WHITE -> 0.58;
                };
        return new Appearance(
                Rgb.grey(pale),
                Rgb.grey(0.90 * pale),
                Rgb.grey(strands),
                Rgb.grey(0.8 * strands),
                Rgb.grey(0.24 + 0.3 * iris.luminance()),
                Fabrics.inNearInfrared(cloth));
    }
}
