package io.limner.schema.spec;

import static io.limner.schema.spec.Define.choice;
import static io.limner.schema.spec.Define.name;
import static io.limner.schema.spec.Define.number;
import static io.limner.schema.spec.Define.range;
import static io.limner.schema.spec.Define.uniform;

import io.limner.schema.scene.Accessories;
import java.util.List;

/** Parameters of hats, headphones and scarves. */
final class AccessoryParameters {
    private AccessoryParameters() {}

    static List<Parameter> all() {
        return List.of(
                name(
                        "wear.headwear",
                        Accessories.Hat.class,
                        choice("none", "none", 60, "beanie", 1, "cap", 1, "brimmed_hat", 0.5, "headband", 0.5),
                        scene -> scene.wear().accessories().headwear().hat(),
                        "hat, or band about the head"),
                number(
                        "wear.headwear_hue",
                        range(0, 360, "deg"),
                        uniform(0, 360, 215),
                        scene -> scene.wear().accessories().headwear().dye().hue(),
                        "hue of the headwear on the colour circle: 0 red, 120 green, 240 blue"),
                number(
                        "wear.headwear_saturation",
                        range(0, 1, ""),
                        uniform(0, 0.7, 0.5),
                        scene -> scene.wear().accessories().headwear().dye().saturation(),
                        "0 grey, 1 pure colour"),
                number(
                        "wear.headwear_value",
                        range(0, 1, ""),
                        uniform(0.12, 0.85, 0.4),
                        scene -> scene.wear().accessories().headwear().dye().value(),
                        "0 black, 1 bright"),
                name(
                        "wear.headphones",
                        Accessories.Cups.class,
                        choice("none", "none", 60, "over_ear", 1),
                        scene -> scene.wear().accessories().headphones().cups(),
                        "headphones; their bow goes over what is on the head, and behind it under a brim"),
                name(
                        "wear.headphones_color",
                        Accessories.Finish.class,
                        choice("black", "black", 4, "white", 2, "silver", 2, "red", 0.5, "blue", 0.5, "beige", 1),
                        scene -> scene.wear().accessories().headphones().finish(),
                        "colour of shells and bow"),
                name(
                        "wear.scarf",
                        Accessories.Wrap.class,
                        choice("none", "none", 40, "wrapped", 1),
                        scene -> scene.wear().accessories().scarf().wrap(),
                        "scarf about the neck"),
                number(
                        "wear.scarf_hue",
                        range(0, 360, "deg"),
                        uniform(0, 360, 5),
                        scene -> scene.wear().accessories().scarf().dye().hue(),
                        "hue of the scarf on the colour circle: 0 red, 120 green, 240 blue"),
                number(
                        "wear.scarf_saturation",
                        range(0, 1, ""),
                        uniform(0, 0.7, 0.6),
                        scene -> scene.wear().accessories().scarf().dye().saturation(),
                        "0 grey, 1 pure colour"),
                number(
                        "wear.scarf_value",
                        range(0, 1, ""),
                        uniform(0.15, 0.85, 0.5),
                        scene -> scene.wear().accessories().scarf().dye().value(),
                        "0 black, 1 bright"));
    }
}
