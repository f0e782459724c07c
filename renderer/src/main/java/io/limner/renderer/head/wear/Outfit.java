package io.limner.renderer.head.wear;

import io.limner.renderer.head.Cover;
import io.limner.renderer.look.Fabrics;
import io.limner.renderer.look.Rgb;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Accessories;
import io.limner.schema.scene.Scene;

/** Hat, headphones and scarf of one scene. */
final class Outfit {
    private static final double KNITTED = -2;
    private static final double PANELLED = -3;
    private static final double STITCHED = -4;

    private final Scene scene;
    private final Accessories worn;
    private final Fitting fitting;
    private final double hair;
    private final Chances chances;

    Outfit(Scene scene, Fitting fitting) {
        this.scene = scene;
        this.worn = scene.wear().accessories();
        this.fitting = fitting;
        this.hair = Pressing.thickness(scene.hair().scalp().style());
        this.chances = new Chances(scene.subject().identity().seed());
    }

    /** Adds what is worn to {@code out}; returns how it lies on the hair. */
    Cover build(Solids out) {
        Cover cover = hat(out);
        Accessories.Headphones headphones = worn.headphones();
        if (headphones.cups() != Accessories.Cups.NONE) {
            Headphones made = new Headphones(
                    headphones.finish(), fitting, hair, worn.headwear().hat() == Accessories.Hat.BRIMMED_HAT);
            made.build(out, bulk());
            cover = cover.and(made.cover());
        }
        if (worn.scarf().wrap() != Accessories.Wrap.NONE) {
            Solids.Stuff wool = fabric(SegmentationClass.SCARF, worn.scarf().dye(), KNITTED);
            Scarf made = new Scarf(fitting, wool, chances);
            made.build(out);
            cover = cover.and(made.cover());
        }
        return cover;
    }

    /** How thick the headwear is above the hair, mm. */
    private double bulk() {
        return switch (worn.headwear().hat()) {
            case NONE, HEADBAND, BRIMMED_HAT -> 0;
            case CAP -> 9;
            case BEANIE -> 13;
        };
    }

    private Cover hat(Solids out) {
        Accessories.Hat hat = worn.headwear().hat();
        if (hat == Accessories.Hat.NONE) {
            return Cover.NONE;
        }
        Rim rim = Rim.of(fitting);
        Crown crown = new Crown(fitting.skull(), rim);
        double high = Double.POSITIVE_INFINITY;
        switch (hat) {
            case NONE -> {}
            case BEANIE -> new Beanie(hair, chances).build(out, crown, headwear(KNITTED));
            case CAP -> new BaseballCap(hair, chances).build(out, crown, headwear(PANELLED), headwear(STITCHED));
            case BRIMMED_HAT -> new BrimmedHat(hair, chances).build(out, crown, headwear(-1));
            case HEADBAND -> {
                new Headband(hair, chances).build(out, crown, headwear(KNITTED));
                high = Headband.HEIGHT;
            }
        }
        return Pressing.hat(fitting.skull(), rim, high, hair);
    }

    private Solids.Stuff headwear(double kind) {
        return fabric(SegmentationClass.HEADWEAR, worn.headwear().dye(), kind);
    }

    private Solids.Stuff fabric(SegmentationClass shownAs, Accessories.Dye dye, double kind) {
        Rgb color = Fabrics.of(dye, scene.camera().spectrum());
        return new Solids.Stuff(shownAs.code(), new double[] {color.r(), color.g(), color.b()}, 0.9, kind);
    }
}
