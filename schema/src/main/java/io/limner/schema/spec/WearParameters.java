package io.limner.schema.spec;

import static io.limner.schema.spec.Define.choice;
import static io.limner.schema.spec.Define.name;
import static io.limner.schema.spec.Define.number;
import static io.limner.schema.spec.Define.range;
import static io.limner.schema.spec.Define.uniform;

import io.limner.schema.scene.Wear;
import java.util.List;

/** Parameters of what the subject wears. */
final class WearParameters {
    private WearParameters() {}

    static List<Parameter> all() {
        return List.of(
                name(
                        "wear.clothing",
                        Wear.Cut.class,
                        choice("crew_neck", "crew_neck", 3, "v_neck", 2, "scoop_neck", 2, "turtleneck", 1),
                        scene -> scene.wear().clothing().cut(),
                        "cut of the shirt at the neck"),
                name(
                        "wear.clothing_pattern",
                        Wear.Pattern.class,
                        choice("plain", "plain", 5, "stripes", 1, "check", 1),
                        scene -> scene.wear().clothing().pattern(),
                        "pattern of the shirt's cloth"),
                number(
                        "wear.clothing_hue",
                        range(0, 360, "deg"),
                        uniform(0, 360, 220),
                        scene -> scene.wear().clothing().hue(),
                        "hue of the shirt on the colour circle: 0 red, 120 green, 240 blue"),
                number(
                        "wear.clothing_saturation",
                        range(0, 1, ""),
                        uniform(0, 0.7, 0.3),
                        scene -> scene.wear().clothing().saturation(),
                        "0 grey, 1 pure colour"),
                number(
                        "wear.clothing_value",
                        range(0, 1, ""),
                        uniform(0.15, 0.9, 0.5),
                        scene -> scene.wear().clothing().value(),
                        "0 black, 1 bright"),
                name(
                        "wear.glasses",
                        Wear.Frame.class,
                        choice(
                                "none",
                                "none",
                                20,
                                "round",
                                1,
                                "rectangle",
                                1,
                                "aviator",
                                1,
                                "cat_eye",
                                1,
                                "rimless",
                                1),
                        scene -> scene.wear().glasses().frame(),
                        "form of the glasses"),
                name(
                        "wear.glasses_color",
                        Wear.FrameColor.class,
                        choice("black", "black", 4, "brown", 2, "gold", 1, "silver", 2, "red", 0.5, "blue", 0.5),
                        scene -> scene.wear().glasses().color(),
                        "colour of the frame"),
                number(
                        "wear.glasses_tint",
                        range(0, 1, ""),
                        choice(0, 0, 8, 0.3, 1, 0.85, 1),
                        scene -> scene.wear().glasses().tint(),
                        "how dark the lenses are: 0 clear, 1 black; from 0.5 on they are labelled as glasses"),
                number(
                        "wear.glasses_reflection",
                        range(0, 1, ""),
                        uniform(0.1, 1, 0.5),
                        scene -> scene.wear().glasses().reflection(),
                        "how much the lenses mirror: 0 nothing, 1 as uncoated glass"),
                name(
                        "wear.mask",
                        Wear.Mask.class,
                        choice("none", "none", 40, "surgical", 1),
                        scene -> scene.wear().mask(),
                        "mask before mouth and nose"),
                name(
                        "wear.occluder",
                        Wear.Thing.class,
                        choice("none", "none", 57, "phone", 1, "cup", 1, "card", 1),
                        scene -> scene.wear().occluder().thing(),
                        "thing before or beside the face, which no hand holds"),
                number(
                        "wear.occluder_x",
                        range(-120, 120, "mm"),
                        uniform(-90, 90, 0),
                        scene -> scene.wear().occluder().x(),
                        "where its middle is: to the subject's left of the tip of the nose"),
                number(
                        "wear.occluder_y",
                        range(-120, 120, "mm"),
                        uniform(-90, 40, 0),
                        scene -> scene.wear().occluder().y(),
                        "where its middle is: above the tip of the nose"),
                number(
                        "wear.occluder_gap",
                        range(2, 120, "mm"),
                        uniform(4, 60, 10),
                        scene -> scene.wear().occluder().gap(),
                        "least distance between it and the face"),
                number(
                        "wear.occluder_roll",
                        range(-180, 180, "deg"),
                        uniform(-25, 25, 0),
                        scene -> scene.wear().occluder().roll(),
                        "turn about the axis out of the face, positive to the subject's left"));
    }
}
