package io.limner.schema.scene;

/**
 * What is worn.
 *
 * @param clothing a shirt
 * @param glasses before the eyes
 * @param mask before mouth and nose
 * @param occluder held before or beside the face
 * @param accessories hat, headphones and scarf
 */
public record Wear(Clothing clothing, Glasses glasses, Mask mask, Occluder occluder, Accessories accessories) {
    public Wear {
        Range.checkPresent("wear.clothing", clothing);
        Range.checkPresent("wear.glasses", glasses);
        Range.checkPresent("wear.mask", mask);
        Range.checkPresent("wear.occluder", occluder);
        Range.checkPresent("wear.accessories", accessories);
    }

    /** A shirt, and nothing else that shows. */
    public static Wear shirt(Clothing clothing) {
        return new Wear(
                clothing,
                new Glasses(Frame.NONE, FrameColor.BLACK, 0, 0),
                Mask.NONE,
                new Occluder(Thing.NONE, 0, 0, 10, 0),
                Accessories.NONE);
    }

    /**
     * A shirt.
     *
     * @param cut its neckline
     * @param pattern of its cloth
     * @param hue degrees on the colour circle, 0 to 360
     * @param saturation 0 to 1
     * @param value 0 (black) to 1 (bright)
     */
    public record Clothing(Cut cut, Pattern pattern, double hue, double saturation, double value) {
        public Clothing {
            Range.checkPresent("wear.clothing", cut);
            Range.checkPresent("wear.clothing_pattern", pattern);
            Range.check("wear.clothing_hue", hue, 0, 360);
            Range.check("wear.clothing_saturation", saturation, 0, 1);
            Range.check("wear.clothing_value", value, 0, 1);
        }
    }

    /** Necklines. */
    public enum Cut {
        CREW_NECK,
        V_NECK,
        SCOOP_NECK,
        TURTLENECK
    }

    /** Patterns of cloth. */
    public enum Pattern {
        PLAIN,
        STRIPES,
        CHECK
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

    /** Masks. */
    public enum Mask {
        NONE,
        SURGICAL
    }

    /**
     * A thing before or beside the face; no hand holds it.
     *
     * @param thing what it is; {@link Thing#NONE} for nothing
     * @param x how far its middle lies to the subject's left of the tip of the nose, mm
     * @param y how far its middle lies above the tip of the nose, mm
     * @param gap how far its nearest point stays from the face, mm
     * @param roll by how much it is turned about the axis out of the face, degrees, positive to the subject's left
     */
    public record Occluder(Thing thing, double x, double y, double gap, double roll) {
        public Occluder {
            Range.checkPresent("wear.occluder", thing);
            Range.check("wear.occluder_x", x, -120, 120);
            Range.check("wear.occluder_y", y, -120, 120);
            Range.check("wear.occluder_gap", gap, 2, 120);
            Range.check("wear.occluder_roll", roll, -180, 180);
        }
    }

    /** Things. */
    public enum Thing {
        NONE,
        PHONE,
        CUP,
        CARD
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
