package io.limner.schema.scene;

/**
 * What is worn.
 *
 * @param clothing a plain shirt
 * @param glasses before the eyes
 */
public record Wear(Clothing clothing, Glasses glasses) {
    public Wear {
        Range.checkPresent("wear.clothing", clothing);
        Range.checkPresent("wear.glasses", glasses);
    }

    /** A shirt, and nothing else that shows. */
    public static Wear shirt(Clothing clothing) {
        return new Wear(clothing, new Glasses(Frame.NONE, FrameColor.BLACK, 0, 0));
    }

    /**
     * A shirt of one colour.
     *
     * @param hue degrees on the colour circle, 0 to 360
     * @param saturation 0 to 1
     * @param value 0 (black) to 1 (bright)
     */
    public record Clothing(double hue, double saturation, double value) {
        public Clothing {
            Range.check("wear.clothing_hue", hue, 0, 360);
            Range.check("wear.clothing_saturation", saturation, 0, 1);
            Range.check("wear.clothing_value", value, 0, 1);
        }
    }

    /**
     * Glasses, fitted to the face.
     *
     * @param frame their form; {@link Frame#NONE} for none
     * @param color of rims and temples
     * @param tint how dark the lenses are: 0 clear to 1 black
     * @param reflection how much the lenses mirror: 0 nothing, 1 as uncoated glass
     */
    public record Glasses(Frame frame, FrameColor color, double tint, double reflection) {
        /** Lenses of this tint or more are labelled as glasses; through lighter ones, what is behind them is labelled. */
        public static final double LABELLED_TINT = 0.5;

        public Glasses {
            Range.checkPresent("wear.glasses", frame);
            Range.checkPresent("wear.glasses_color", color);
            Range.check("wear.glasses_tint", tint, 0, 1);
            Range.check("wear.glasses_reflection", reflection, 0, 1);
        }

        /** Whether they are labelled as glasses all over, and not only where the frame is. */
        public boolean labelled() {
            return frame != Frame.NONE && tint >= LABELLED_TINT;
        }
    }

    /** Forms of glasses. */
    public enum Frame {
        NONE,
        ROUND,
        RECTANGLE,
        AVIATOR,
        CAT_EYE,
        RIMLESS
    }

    /** Colours of frames. */
    public enum FrameColor {
        BLACK,
        BROWN,
        GOLD,
        SILVER,
        RED,
        BLUE
    }
}
