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
                        "how much the lenses mirror: 0 nothing, 1 as uncoated glass"));
    }
}
