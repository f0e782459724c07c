package io.limner.schema.scene;

/**
 * What people put on and take off above and below the face.
 *
 * @param headwear on the head
 * @param headphones over the ears
 * @param scarf about the neck
 */
public record Accessories(Headwear headwear, Headphones headphones, Scarf scarf) {
    /** None of them. */
    public static final Accessories NONE = new Accessories(
            new Headwear(Hat.NONE, new Dye(0, 0, 0.5)),
            new Headphones(Cups.NONE, Finish.BLACK),
            new Scarf(Wrap.NONE, new Dye(0, 0, 0.5)));

    public Accessories {
        Range.checkPresent("wear.headwear", headwear);
        Range.checkPresent("wear.headphones", headphones);
        Range.checkPresent("wear.scarf", scarf);
    }

    /**
     * Colour of a fabric.
     *
     * @param hue degrees on the colour circle, 0 to 360
     * @param saturation 0 to 1
     * @param value 0 (black) to 1 (bright)
     */
    public record Dye(double hue, double saturation, double value) {
        private void check(String of) {
            Range.check(of + "_hue", hue, 0, 360);
            Range.check(of + "_saturation", saturation, 0, 1);
            Range.check(of + "_value", value, 0, 1);
        }
    }

    /**
     * A hat or a band about the head.
     *
     * @param hat which; {@link Hat#NONE} for none
     * @param dye its colour
     */
    public record Headwear(Hat hat, Dye dye) {
        public Headwear {
            Range.checkPresent("wear.headwear", hat);
            Range.checkPresent("wear.headwear_hue", dye);
            dye.check("wear.headwear");
        }
    }

    /**
     * Headphones.
     *
     * @param cups which; {@link Cups#NONE} for none
     * @param finish colour of shells and bow
     */
    public record Headphones(Cups cups, Finish finish) {
        public Headphones {
            Range.checkPresent("wear.headphones", cups);
            Range.checkPresent("wear.headphones_color", finish);
        }
    }

    /**
     * A scarf.
     *
     * @param wrap how it is worn; {@link Wrap#NONE} for none
     * @param dye its colour
     */
    public record Scarf(Wrap wrap, Dye dye) {
        public Scarf {
            Range.checkPresent("wear.scarf", wrap);
            Range.checkPresent("wear.scarf_hue", dye);
            dye.check("wear.scarf");
        }
    }

    /** What is on the head: a knitted cap, a baseball cap, a hat of felt with a brim, a knitted band. */
    public enum Hat {
        NONE,
        BEANIE,
        CAP,
        BRIMMED_HAT,
        HEADBAND
    }

    /** Forms of headphones. */
    public enum Cups {
        NONE,
        OVER_EAR
    }

    /** Colours of headphones. */
    public enum Finish {
        BLACK,
        WHITE,
        SILVER,
        RED,
        BLUE,
        BEIGE
    }

    /** Ways to wear a scarf. */
    public enum Wrap {
        NONE,
        WRAPPED
    }
}
