package io.limner.schema.spec;

import io.limner.schema.scene.Accessories;
import io.limner.schema.scene.Background;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Camera;
import io.limner.schema.scene.Capture;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Light;
import io.limner.schema.scene.Pose;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Subject;
import io.limner.schema.scene.Wear;
import java.util.EnumMap;
import java.util.Map;

/** Makes a scene of one value for each parameter: the inverse of {@link Parameter#in()}. */
public final class SceneValues {
    private final Map<String, Value> values;

    private SceneValues(Map<String, Value> values) {
        this.values = values;
    }

    /**
     * The scene that these values describe.
     *
     * @param values a value for every parameter of the catalogue, by name
     * @throws IllegalArgumentException if one is missing or out of range
     */
    public static Scene scene(Map<String, Value> values) {
        return new SceneValues(values).scene();
    }

    private Scene scene() {
        return new Scene(
                subject(),
                new Hair(
                        new Hair.Scalp(
                                choice("hair.style", Hair.Style.class),
                                number("hair.length"),
                                number("hair.curl"),
                                number("hair.density"),
                                number("hair.parting")),
                        new Hair.Shade(choice("hair.color", Hair.Color.class), number("hair.grey_age")),
                        number("hair.brow_density"),
                        new Hair.Facial(
                                choice("hair.facial_style", Hair.FacialStyle.class),
                                number("hair.facial_length"),
                                number("hair.facial_grey"),
                                number("hair.stubble")),
                        whole("hair.seed")),
                expression(),
                new Pose(number("head.yaw"), number("head.pitch"), number("head.roll")),
                new Gaze(number("gaze.yaw"), number("gaze.pitch")),
                wear(),
                light(),
                camera(),
                new Background(choice("background.style", Background.Style.class), whole("background.seed")),
                capture());
    }

    private Subject subject() {
        return new Subject(
                number("subject.age"),
                choice("subject.sex", Subject.Sex.class),
                new Subject.Ancestry(
                        number("subject.ancestry.african"),
                        number("subject.ancestry.asian"),
                        number("subject.ancestry.european")),
                new Subject.Identity(
                        whole("subject.identity_seed"),
                        number("subject.identity_strength"),
                        number("subject.body_mass"),
                        number("subject.dimorphism"),
                        choice("subject.head", Subject.Head.class)),
                new Subject.Complexion(
                        (int) whole("subject.skin_tone"),
                        new Subject.Skin(
                                number("subject.freckles"),
                                number("subject.blemishes"),
                                number("subject.wrinkles"),
                                number("subject.shine")),
                        choice("subject.eye_color", Subject.EyeColor.class),
                        makeup()));
    }

    private Subject.Makeup makeup() {
        return new Subject.Makeup(
                new Subject.Lipstick(
                        number("subject.lipstick"), choice("subject.lipstick_color", Subject.LipstickColor.class)),
                new Subject.EyeShadow(
                        number("subject.eye_shadow"), choice("subject.eye_shadow_color", Subject.EyeShadowColor.class)),
                number("subject.eyeliner"),
                number("subject.blush"));
    }

    private Expression expression() {
        Map<Blendshape, Double> movements = new EnumMap<>(Blendshape.class);
        for (Blendshape movement : Blendshape.values()) {
            movements.put(movement, number(movement.parameter()));
        }
        return new Expression(
                choice("expression.preset", Expression.Preset.class), number("expression.intensity"), movements);
    }

    private Wear wear() {
        return new Wear(
                new Wear.Clothing(
                        choice("wear.clothing", Wear.Cut.class),
                        choice("wear.clothing_pattern", Wear.Pattern.class),
                        number("wear.clothing_hue"),
                        number("wear.clothing_saturation"),
                        number("wear.clothing_value")),
                new Wear.Glasses(
                        choice("wear.glasses", Wear.Frame.class),
                        choice("wear.glasses_color", Wear.FrameColor.class),
                        number("wear.glasses_tint"),
                        number("wear.glasses_reflection")),
                choice("wear.mask", Wear.Mask.class),
                new Wear.Occluder(
                        choice("wear.occluder", Wear.Thing.class),
                        number("wear.occluder_x"),
                        number("wear.occluder_y"),
                        number("wear.occluder_gap"),
                        number("wear.occluder_roll")),
                accessories());
    }

    private Accessories accessories() {
        return new Accessories(
                new Accessories.Headwear(choice("wear.headwear", Accessories.Hat.class), dye("wear.headwear")),
                new Accessories.Headphones(
                        choice("wear.headphones", Accessories.Cups.class),
                        choice("wear.headphones_color", Accessories.Finish.class)),
                new Accessories.Scarf(choice("wear.scarf", Accessories.Wrap.class), dye("wear.scarf")));
    }

    private Accessories.Dye dye(String of) {
        return new Accessories.Dye(number(of + "_hue"), number(of + "_saturation"), number(of + "_value"));
    }

    private Light light() {
        return new Light(
                new Light.Surroundings(
                        choice("light.environment", Light.Environment.class),
                        whole("light.environment_seed"),
                        number("light.rotation")),
                number("light.intensity"),
                number("light.temperature"),
                new Light.Key(
                        number("light.key_azimuth"),
                        number("light.key_elevation"),
                        number("light.key_intensity"),
                        number("light.key_temperature"),
                        number("light.key_size")));
    }

    private Camera camera() {
        return new Camera(
                new Camera.Lens(
                        number("camera.focal_length"),
                        number("camera.sensor_width"),
                        number("camera.f_number"),
                        new Camera.Distortion(
                                number("camera.k1"),
                                number("camera.k2"),
                                number("camera.k3"),
                                number("camera.p1"),
                                number("camera.p2"))),
                new Camera.Place(
                        new Camera.Orbit(
                                number("camera.distance"),
                                number("camera.azimuth"),
                                number("camera.elevation"),
                                number("camera.roll")),
                        number("camera.offset_x"),
                        number("camera.offset_y")),
                choice("camera.spectrum", Camera.Spectrum.class));
    }

    private Capture capture() {
        return new Capture(
                new Capture.Exposure(number("capture.exposure"), number("capture.white_balance")),
                new Capture.Blur(
                        number("capture.defocus"), number("capture.motion_blur"), number("capture.motion_direction")),
                number("capture.noise"),
                whole("capture.seed"),
                (int) whole("capture.jpeg_quality"));
    }

    private Value value(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The scene has no value for " + name);
        }
        return value;
    }

    private double number(String name) {
        return value(name).number();
    }

    private long whole(String name) {
        return (long) value(name).number();
    }

    private <E extends Enum<E>> E choice(String name, Class<E> type) {
        Value value = value(name);
        for (E constant : type.getEnumConstants()) {
            if (Value.of(constant).equals(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(name + " is " + value + "; it must be one of "
                + Domain.Names.of(type).text());
    }
}
