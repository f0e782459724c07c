package io.limner.schema.scene;

import java.util.Locale;

/**
 * The 52 movements of a face that ARKit names, in its order. A spec writes ARKit's {@code jawOpen} as {@code expression.jaw_open}:
 * the same words, in snake_case. Left and right are the subject's own.
 */
public enum Blendshape {
    EYE_BLINK_LEFT("closes the left eye"),
    EYE_LOOK_DOWN_LEFT("lids of the left eye as when it looks down"),
    EYE_LOOK_IN_LEFT("lids of the left eye as when it looks to the nose"),
    EYE_LOOK_OUT_LEFT("lids of the left eye as when it looks to the temple"),
    EYE_LOOK_UP_LEFT("lids of the left eye as when it looks up"),
    EYE_SQUINT_LEFT("tightens the skin about the left eye"),
    EYE_WIDE_LEFT("opens the left eye wide"),
    EYE_BLINK_RIGHT("closes the right eye"),
    EYE_LOOK_DOWN_RIGHT("lids of the right eye as when it looks down"),
    EYE_LOOK_IN_RIGHT("lids of the right eye as when it looks to the nose"),
    EYE_LOOK_OUT_RIGHT("lids of the right eye as when it looks to the temple"),
    EYE_LOOK_UP_RIGHT("lids of the right eye as when it looks up"),
    EYE_SQUINT_RIGHT("tightens the skin about the right eye"),
    EYE_WIDE_RIGHT("opens the right eye wide"),
    JAW_FORWARD("pushes the lower jaw forward"),
    JAW_LEFT("moves the lower jaw to the subject's own left"),
    JAW_RIGHT("moves the lower jaw to the subject's own right"),
    JAW_OPEN("opens the lower jaw"),
    MOUTH_CLOSE("shuts the lips over an open jaw; without one, presses them"),
    MOUTH_FUNNEL("rounds the open lips, as for a long O"),
    MOUTH_PUCKER("gathers the shut lips, as for a kiss"),
    MOUTH_LEFT("moves the mouth to the subject's own left"),
    MOUTH_RIGHT("moves the mouth to the subject's own right"),
    MOUTH_SMILE_LEFT("pulls the left corner of the mouth up"),
    MOUTH_SMILE_RIGHT("pulls the right corner of the mouth up"),
    MOUTH_FROWN_LEFT("pulls the left corner of the mouth down"),
    MOUTH_FROWN_RIGHT("pulls the right corner of the mouth down"),
    MOUTH_DIMPLE_LEFT("pulls the left corner of the mouth back"),
    MOUTH_DIMPLE_RIGHT("pulls the right corner of the mouth back"),
    MOUTH_STRETCH_LEFT("pulls the left corner of the mouth outwards"),
    MOUTH_STRETCH_RIGHT("pulls the right corner of the mouth outwards"),
    MOUTH_ROLL_LOWER("rolls the lower lip inwards"),
    MOUTH_ROLL_UPPER("rolls the upper lip inwards"),
    MOUTH_SHRUG_LOWER("pushes the lower lip up"),
    MOUTH_SHRUG_UPPER("pushes the upper lip up"),
    MOUTH_PRESS_LEFT("presses the lips on the left"),
    MOUTH_PRESS_RIGHT("presses the lips on the right"),
    MOUTH_LOWER_DOWN_LEFT("pulls the left half of the lower lip down"),
    MOUTH_LOWER_DOWN_RIGHT("pulls the right half of the lower lip down"),
    MOUTH_UPPER_UP_LEFT("raises the left half of the upper lip"),
    MOUTH_UPPER_UP_RIGHT("raises the right half of the upper lip"),
    BROW_DOWN_LEFT("lowers the left brow"),
    BROW_DOWN_RIGHT("lowers the right brow"),
    BROW_INNER_UP("raises the inner ends of both brows"),
    BROW_OUTER_UP_LEFT("raises the outer end of the left brow"),
    BROW_OUTER_UP_RIGHT("raises the outer end of the right brow"),
    CHEEK_PUFF("puffs both cheeks out"),
    CHEEK_SQUINT_LEFT("raises the left cheek"),
    CHEEK_SQUINT_RIGHT("raises the right cheek"),
    NOSE_SNEER_LEFT("wrinkles the left side of the nose"),
    NOSE_SNEER_RIGHT("wrinkles the right side of the nose"),
    TONGUE_OUT("puts the tongue out");

    private final String meaning;

    Blendshape(String meaning) {
        this.meaning = meaning;
    }

    /** What it does, in one line. */
    public String meaning() {
        return meaning;
    }

    /** Its parameter, such as {@code expression.jaw_open}. */
    public String parameter() {
        return "expression." + name().toLowerCase(Locale.ROOT);
    }

    /** ARKit's name, such as {@code jawOpen}. */
    public String arkitName() {
        StringBuilder out = new StringBuilder();
        for (String word : name().split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            out.append(out.isEmpty() ? lower : word.charAt(0) + lower.substring(1));
        }
        return out.toString();
    }
}
