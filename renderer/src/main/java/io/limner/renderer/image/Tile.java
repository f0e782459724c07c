package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.Labels.Landmarks;
import io.limner.schema.scene.Pose;
import io.limner.schema.scene.Subject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One place on a contact sheet.
 *
 * @param panels pictures side by side; null leaves one dark
 * @param landmarks drawn over the first panel, or null
 * @param caption lines of text below
 */
public record Tile(List<BufferedImage> panels, Landmarks landmarks, List<String> caption) {
    private static final int PANELS_WITH_LAYERS = 4;

    /** Copies the lists. */
    public Tile {
        // Not List.copyOf: a panel may be null.
        panels = Collections.unmodifiableList(new ArrayList<>(panels));
        caption = List.copyOf(caption);
    }

    /** A plain picture: sRGB, 3 bytes a pixel. */
    public static Tile of(byte[] rgb, Frame.Size size, String... caption) {
        return new Tile(List.of(Pictures.ofRgb(rgb, size)), null, List.of(caption));
    }

    /**
     * A row of a dataset. One that could not be drawn is a dark tile that says why.
     *
     * @param landmarks whether to draw them over the picture
     * @param layers whether to show segmentation, depth and normals beside the picture
     * @throws DamagedImageException if an image of the row cannot be read
     */
    public static Tile of(FaceSample sample, boolean landmarks, boolean layers) {
        Drawing drawing = sample.drawing();
        if (drawing == null) {
            List<BufferedImage> dark = Collections.nCopies(layers ? PANELS_WITH_LAYERS : 1, null);
            return new Tile(
                    dark,
                    null,
                    List.of(
                            "#" + sample.sampleId() + " " + sample.failure().code(),
                            sample.failure().message()));
        }
        List<BufferedImage> panels = new ArrayList<>();
        panels.add(panel(drawing.image(), image -> Pictures.ofRgb(ImageDecoder.rgb(image), size(image))));
        if (layers) {
            panels.add(panel(
                    drawing.layers().segmentation(),
                    image -> Pictures.ofClasses(ImageDecoder.grey(image), size(image))));
            panels.add(panel(
                    drawing.layers().depth(), image -> Pictures.ofDepth(ImageDecoder.grey16(image), size(image))));
            panels.add(
                    panel(drawing.layers().normals(), image -> Pictures.ofRgb(ImageDecoder.rgb(image), size(image))));
        }
        return new Tile(panels, landmarks ? drawing.labels().landmarks() : null, caption(sample));
    }

    /** This tile with other text below. */
    public Tile captioned(List<String> lines) {
        return new Tile(panels, landmarks, lines);
    }

    private static List<String> caption(FaceSample sample) {
        Subject subject = sample.scene().subject();
        Pose head = sample.scene().head();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "#%d  %s %.0f  tone %d  %s",
                        sample.sampleId(),
                        subject.sex(),
                        subject.age(),
                        subject.complexion().skinTone(),
                        sample.scene().expression().preset()),
                String.format(
                        Locale.ROOT,
                        "yaw %.0f  pitch %.0f  roll %.0f  %s",
                        head.yaw(),
                        head.pitch(),
                        head.roll(),
                        sample.scene().light().surroundings().environment()));
    }

    private static BufferedImage panel(EncodedImage image, Function<EncodedImage, BufferedImage> decode) {
        return image == null ? null : decode.apply(image);
    }

    private static Frame.Size size(EncodedImage image) {
        return new Frame.Size(image.width(), image.height());
    }
}
