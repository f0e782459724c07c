package io.limner.schema.spec;

import static io.limner.schema.spec.Define.any;
import static io.limner.schema.spec.Define.choice;
import static io.limner.schema.spec.Define.fixed;
import static io.limner.schema.spec.Define.name;
import static io.limner.schema.spec.Define.normal;
import static io.limner.schema.spec.Define.number;
import static io.limner.schema.spec.Define.range;
import static io.limner.schema.spec.Define.seed;
import static io.limner.schema.spec.Define.uniform;

import io.limner.schema.scene.Background;
import io.limner.schema.scene.Light;
import java.util.List;

/** Parameters of what surrounds the subject and how the picture is taken. */
final class PictureParameters {
    private PictureParameters() {}

    static List<Parameter> wear() {
        return List.of(
                number(
                        "wear.clothing_hue",
                        range(0, 360, "deg"),
                        uniform(0, 360, 220),
                        scene -> scene.wear().clothingHue(),
                        "hue of the shirt on the colour circle: 0 red, 120 green, 240 blue"),
                number(
                        "wear.clothing_saturation",
                        range(0, 1, ""),
                        uniform(0, 0.7, 0.3),
                        scene -> scene.wear().clothingSaturation(),
                        "0 grey, 1 pure colour"),
                number(
                        "wear.clothing_value",
                        range(0, 1, ""),
                        uniform(0.15, 0.9, 0.5),
                        scene -> scene.wear().clothingValue(),
                        "0 black, 1 bright"));
    }

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
                                0.5),
                        scene -> scene.light().environment(),
                        "procedural surroundings that light the subject"),
                number(
                        "light.rotation",
                        range(0, 360, "deg"),
                        uniform(0, 360, 0),
                        scene -> scene.light().rotation(),
                        "turn of the environment about the vertical"),
                number(
                        "light.intensity",
                        range(0.05, 8, ""),
                        uniform(0.75, 1.25, 1),
                        scene -> scene.light().intensity(),
                        "scale of environment and key light together; 1 exposes a frontal face correctly"),
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
                        "correlated colour temperature of the key light"));
    }

    static List<Parameter> picture() {
        return List.of(
                number(
                        "camera.focal_length",
                        range(10, 400, "mm"),
                        uniform(60, 85, 70),
                        scene -> scene.camera().focalLength(),
                        "focal length of the lens"),
                number(
                        "camera.sensor_width",
                        range(4, 60, "mm"),
                        fixed(36, 36),
                        scene -> scene.camera().sensorWidth(),
                        "width of the sensor; its height follows from the image's aspect"),
                number(
                        "camera.distance",
                        range(150, 5000, "mm"),
                        uniform(580, 720, 650),
                        scene -> scene.camera().distance(),
                        "from the lens to the midpoint between the eyes of the upright head"),
                number(
                        "camera.offset_x",
                        range(-0.5, 0.5, "width"),
                        normal(0, 0.03, -0.1, 0.1, 0),
                        scene -> scene.camera().offsetX(),
                        "where that midpoint falls: fraction of the image's width right of the centre"),
                number(
                        "camera.offset_y",
                        range(-0.5, 0.5, "height"),
                        normal(-0.02, 0.03, -0.12, 0.08, 0),
                        scene -> scene.camera().offsetY(),
                        "where that midpoint falls: fraction of the image's height below the centre"),
                name(
                        "background.style",
                        Background.Style.class,
                        any(Background.Style.class, Background.Style.PLAIN),
                        scene -> scene.background().style(),
                        "kind of procedural picture behind the subject"),
                seed("background.seed", scene -> scene.background().seed(), "chooses its colours and forms"),
                number(
                        "capture.exposure",
                        range(-3, 3, "EV"),
                        normal(0, 0.25, -1, 1, 0),
                        scene -> scene.capture().exposure(),
                        "stops of over- or under-exposure"),
                number(
                        "capture.noise",
                        range(0, 0.1, ""),
                        uniform(0, 0.015, 0),
                        scene -> scene.capture().noise(),
                        "standard deviation of the sensor noise at mid grey, fraction of full scale"),
                seed("capture.seed", scene -> scene.capture().seed(), "chooses the noise"));
    }
}
