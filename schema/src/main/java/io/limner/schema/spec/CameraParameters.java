package io.limner.schema.spec;

import static io.limner.schema.spec.Define.choice;
import static io.limner.schema.spec.Define.fixed;
import static io.limner.schema.spec.Define.name;
import static io.limner.schema.spec.Define.normal;
import static io.limner.schema.spec.Define.number;
import static io.limner.schema.spec.Define.range;
import static io.limner.schema.spec.Define.seed;
import static io.limner.schema.spec.Define.uniform;

import io.limner.schema.scene.Background;
import io.limner.schema.scene.Camera;
import io.limner.schema.scene.Capture;
import java.util.List;

/** Parameters of the camera, of what it sees behind the subject, and of what its sensor makes of it. */
final class CameraParameters {
    private CameraParameters() {}

    static List<Parameter> lens() {
        return List.of(
                number(
                        "camera.focal_length",
                        range(10, 400, "mm"),
                        uniform(60, 85, 70),
                        scene -> scene.camera().lens().focalLength(),
                        "focal length of the lens"),
                number(
                        "camera.sensor_width",
                        range(4, 60, "mm"),
                        fixed(36, 36),
                        scene -> scene.camera().lens().sensorWidth(),
                        "width of the sensor; its height follows from the image's aspect"),
                number(
                        "camera.f_number",
                        range(1, 64, ""),
                        uniform(2.8, 8, 8),
                        scene -> scene.camera().lens().fNumber(),
                        "focal length over aperture: the smaller, the softer the background"),
                number(
                        "camera.k1",
                        range(-0.5, 0.5, ""),
                        fixed(0, 0),
                        scene -> scene.camera().lens().distortion().k1(),
                        "radial distortion, of the squared radius; negative is a barrel"),
                number(
                        "camera.k2",
                        range(-0.5, 0.5, ""),
                        fixed(0, 0),
                        scene -> scene.camera().lens().distortion().k2(),
                        "radial distortion, of the fourth power of the radius"),
                number(
                        "camera.k3",
                        range(-0.5, 0.5, ""),
                        fixed(0, 0),
                        scene -> scene.camera().lens().distortion().k3(),
                        "radial distortion, of the sixth power of the radius"),
                number(
                        "camera.p1",
                        range(-0.05, 0.05, ""),
                        fixed(0, 0),
                        scene -> scene.camera().lens().distortion().p1(),
                        "tangential distortion, up and down"),
                number(
                        "camera.p2",
                        range(-0.05, 0.05, ""),
                        fixed(0, 0),
                        scene -> scene.camera().lens().distortion().p2(),
                        "tangential distortion, left and right"));
    }

    static List<Parameter> place() {
        return List.of(
                number(
                        "camera.distance",
                        range(150, 5000, "mm"),
                        uniform(580, 720, 650),
                        scene -> scene.camera().place().orbit().distance(),
                        "from the lens to the midpoint between the eyes of the upright head"),
                number(
                        "camera.azimuth",
                        range(-180, 180, "deg"),
                        fixed(0, 0),
                        scene -> scene.camera().place().orbit().azimuth(),
                        "where the camera stands about the subject: 0 in front, positive to the subject's own left"),
                number(
                        "camera.elevation",
                        range(-60, 80, "deg"),
                        fixed(0, 0),
                        scene -> scene.camera().place().orbit().elevation(),
                        "height of the camera above the eyes, seen from there"),
                number(
                        "camera.roll",
                        range(-180, 180, "deg"),
                        fixed(0, 0),
                        scene -> scene.camera().place().orbit().roll(),
                        "turn of the camera about its axis, positive clockwise as the photographer sees it"),
                number(
                        "camera.offset_x",
                        range(-0.5, 0.5, "width"),
                        normal(0, 0.03, -0.1, 0.1, 0),
                        scene -> scene.camera().place().offsetX(),
                        "where that midpoint falls: fraction of the image's width right of the centre"),
                number(
                        "camera.offset_y",
                        range(-0.5, 0.5, "height"),
                        normal(-0.02, 0.03, -0.12, 0.08, 0),
                        scene -> scene.camera().place().offsetY(),
                        "where that midpoint falls: fraction of the image's height below the centre"),
                name(
                        "camera.spectrum",
                        Camera.Spectrum.class,
                        choice("visible", "visible", 1),
                        scene -> scene.camera().spectrum(),
                        "what light the sensor takes; near_infrared is monochrome, about 850 nm"));
    }

    static List<Parameter> background() {
        return List.of(
                name(
                        "background.style",
                        Background.Style.class,
                        choice(
                                "plain",
                                "plain",
                                1,
                                "gradient",
                                1,
                                "bokeh",
                                1,
                                "room",
                                1,
                                "outdoor",
                                1,
                                "texture",
                                1,
                                "office",
                                1,
                                "street",
                                1,
                                "night_street",
                                1),
                        scene -> scene.background().style(),
                        "kind of picture behind the subject; user: a file of the spec's assets; environment: what lights it"),
                seed(
                        "background.seed",
                        scene -> scene.background().seed(),
                        "chooses its colours and forms; where the style is user, the file: number (seed modulo count) of the list"));
    }

    static List<Parameter> capture() {
        return List.of(
                number(
                        "capture.exposure",
                        range(-3, 3, "EV"),
                        normal(0, 0.25, -1, 1, 0),
                        scene -> scene.capture().exposure().stops(),
                        "stops of over- or under-exposure"),
                number(
                        "capture.white_balance",
                        range(2500, 12000, "K"),
                        normal(6500, 350, 5200, 8200, 6500),
                        scene -> scene.capture().exposure().whiteBalance(),
                        "colour temperature of the light that comes out neutral; above that of the light, the picture is warm"),
                number(
                        "capture.defocus",
                        range(0, 0.05, "width"),
                        fixed(0, 0),
                        scene -> scene.capture().blur().defocus(),
                        "diameter of the disc that a point becomes, as a fraction of the image's width"),
                number(
                        "capture.motion_blur",
                        range(0, 0.1, "width"),
                        fixed(0, 0),
                        scene -> scene.capture().blur().motion(),
                        "length of the line that a point becomes, as a fraction of the image's width"),
                number(
                        "capture.motion_direction",
                        range(-90, 90, "deg"),
                        uniform(-90, 90, 0),
                        scene -> scene.capture().blur().direction(),
                        "of that line, from the horizontal, positive upwards to the right"),
                number(
                        "capture.noise",
                        range(0, 0.1, ""),
                        uniform(0, 0.015, 0),
                        scene -> scene.capture().noise(),
                        "standard deviation of the sensor noise at mid grey, fraction of full scale"),
                seed("capture.seed", scene -> scene.capture().seed(), "chooses the noise"),
                number(
                        "capture.jpeg_quality",
                        new Domain.Integers(1, Capture.LOSSLESS, ""),
                        fixed(Capture.LOSSLESS, Capture.LOSSLESS),
                        scene -> scene.capture().jpegQuality(),
                        "quality of the JPEG that the camera stores, before the image is encoded; 100 leaves pixels as they are"));
    }
}
