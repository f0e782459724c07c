package io.limner.schema.spec;

import static io.limner.schema.spec.Define.choice;
import static io.limner.schema.spec.Define.name;
import static io.limner.schema.spec.Define.normal;
import static io.limner.schema.spec.Define.number;
import static io.limner.schema.spec.Define.range;
import static io.limner.schema.spec.Define.seed;
import static io.limner.schema.spec.Define.uniform;

import io.limner.schema.scene.Light;
import java.util.List;

/** Parameters of what is worn and of the light. */
final class PictureParameters {
    private PictureParameters() {}

    static List<Parameter> light() {
        return List.of(
                name(
                        "light.environment",
                        Light.Environment.class,
                        choice(
                                "studio",
                                "studio",
                                3,
                                "office",
                                3,
                                "overcast",
                                3,
                                "noon",
                                2,
                                "sunset",
                                1,
                                "window",
                                2,
                                "night",
                                0.5,
                                "night_street",
                                0.5,
                                "car_interior",
                                1,
                                "back_lit",
                                0.5,
                                "club",
                                0.25,
                                "candle",
                                0.25),
                        scene -> scene.light().surroundings().environment(),
                        "surroundings that light the subject; user: a file of the spec's assets"),
                seed(
                        "light.environment_seed",
                        scene -> scene.light().surroundings().seed(),
                        "chooses the file where the environment is user: number (seed modulo count) of the list"),
                number(
                        "light.rotation",
                        range(0, 360, "deg"),
                        uniform(0, 360, 0),
                        scene -> scene.light().surroundings().rotation(),
                        "turn of the environment about the vertical"),
                number(
                        "light.intensity",
                        range(0.05, 8, ""),
                        uniform(0.75, 1.25, 1),
                        scene -> scene.light().intensity(),
                        "scale of environment and key light together; 1 exposes a frontal face correctly"),
                number(
                        "light.temperature",
                        range(2000, 12000, "K"),
                        normal(6500, 500, 4500, 9000, 6500),
                        scene -> scene.light().temperature(),
                        "colour temperature of the environment; 6500 leaves it its own colours"),
                number(
                        "light.key_azimuth",
                        range(-180, 180, "deg"),
                        normal(0, 45, -120, 120, 30),
                        scene -> scene.light().key().azimuth(),
                        "direction of the key light: 0 in front of the subject, positive to the subject's own left"),
                number(
                        "light.key_elevation",
                        range(-30, 90, "deg"),
                        uniform(10, 60, 35),
                        scene -> scene.light().key().elevation(),
                        "height of the key light above the horizon"),
                number(
                        "light.key_intensity",
                        range(0, 4, ""),
                        uniform(0.2, 1.4, 0.8),
                        scene -> scene.light().key().intensity(),
                        "strength of the key light relative to the environment; 0 switches it off"),
                number(
                        "light.key_temperature",
                        range(1500, 12000, "K"),
                        uniform(3200, 7500, 5500),
                        scene -> scene.light().key().temperature(),
                        "correlated colour temperature of the key light"),
                number(
                        "light.key_size",
                        range(0, 45, "deg"),
                        uniform(1, 12, 2),
                        scene -> scene.light().key().size(),
                        "angular diameter of the key light: how soft its shadow is"));
    }
}
