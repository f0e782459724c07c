package io.limner.renderer.golden;

import io.limner.renderer.frame.Frame.Size;
import io.limner.renderer.image.LayerEncoder;
import io.limner.renderer.image.PngEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Compares pictures with approved ones, {@code src/test/resources/golden/NAME.png}. A failure leaves NAME-actual.png,
 * NAME-expected.png and NAME-difference.png under {@code target/golden}. After looking at them, approve a change by running the
 * test with {@code -Dlimner.golden.update=true}, which replaces the approved picture.
 */
public final class ImageComparison {
    /** Makes a difference of one level visible. */
    private static final int GAIN = 16;

    private final Path approved;
    private final Path failures;
    private final boolean update;

    /**
     * A comparison with folders of its own.
     *
     * @param approved where the approved pictures are
     * @param failures where a failure leaves its pictures
     * @param update whether to approve whatever comes
     */
    public ImageComparison(Path approved, Path failures, boolean update) {
        this.approved = approved;
        this.failures = failures;
        this.update = update;
    }

    /** The comparison of this module: see the class. */
    public static ImageComparison ofThisModule() {
        Path module = Path.of(System.getProperty("basedir", "."));
        return new ImageComparison(
                module.resolve("src/test/resources/golden"),
                module.resolve("target/golden"),
                Boolean.getBoolean("limner.golden.update"));
    }

    /** Compares colour: sRGB, 3 bytes a pixel. */
    public void assertColor(String name, byte[] rgb, Size size, Tolerance tolerance) {
        compare(name, new Picture(rgb, size, 3), tolerance);
    }

    /** Compares codes exactly: 1 byte a pixel. */
    public void assertMask(String name, byte[] codes, Size size) {
        compare(name, new Picture(codes, size, 1), Tolerance.EXACT);
    }

    private void compare(String name, Picture actual, Tolerance tolerance) {
        Path file = approved.resolve(name + ".png");
        if (update) {
            actual.write(file);
            return;
        }
        if (!Files.exists(file)) {
            actual.write(failures.resolve(name + "-actual.png"));
            throw new AssertionError("there is no approved picture " + file + remedy(name));
        }
        Picture expected = Picture.read(file, actual.channels);
        if (!expected.size.equals(actual.size)) {
            fail(name, expected, actual, "is " + actual.size + ", the approved one " + expected.size);
        }
        Difference difference = Difference.of(expected.values, actual.values);
        if (!tolerance.allows(difference)) {
            new Picture(Difference.picture(expected.values, actual.values, gain(actual)), actual.size, actual.channels)
                    .write(failures.resolve(name + "-difference.png"));
            int pixel = difference.firstDiffering() / actual.channels;
            fail(
                    name,
                    expected,
                    actual,
                    String.format(
                            Locale.ROOT,
                            "differs by up to %d (allowed %d), %.4f in the mean (allowed %.4f), in %d values, first at pixel (%d, %d)",
                            difference.maximum(),
                            tolerance.maximum(),
                            difference.mean(),
                            tolerance.mean(),
                            difference.differing(),
                            pixel % actual.size.width(),
                            pixel / actual.size.width()));
        }
    }

    private void fail(String name, Picture expected, Picture actual, String how) {
        actual.write(failures.resolve(name + "-actual.png"));
        expected.write(failures.resolve(name + "-expected.png"));
        throw new AssertionError("picture " + name + " " + how + remedy(name));
    }

    private String remedy(String name) {
        return "; look at " + failures.resolve(name) + "-*.png, and approve with -Dlimner.golden.update=true";
    }

    /** Codes differ or they do not: any difference is white. */
    private static int gain(Picture picture) {
        return picture.channels == 1 ? 255 : GAIN;
    }

    /** Values of 1 or 3 channels. */
    private record Picture(byte[] values, Size size, int channels) {

        static Picture read(Path file, int channels) {
            try {
                BufferedImage image = ImageIO.read(file.toFile());
                if (image == null || image.getRaster().getNumBands() != channels) {
                    throw new AssertionError(file + " is not a PNG of " + channels + " channels");
                }
                Size size = new Size(image.getWidth(), image.getHeight());
                int[] samples = image.getRaster().getPixels(0, 0, size.width(), size.height(), (int[]) null);
                byte[] values = new byte[samples.length];
                for (int i = 0; i < samples.length; i++) {
                    values[i] = (byte) samples[i];
                }
                return new Picture(values, size, channels);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the approved picture " + file, e);
            }
        }

        void write(Path file) {
            try (PngEncoder color = new PngEncoder();
                    LayerEncoder layers = new LayerEncoder()) {
                Files.createDirectories(file.getParent());
                byte[] bytes = channels == 3
                        ? color.encode(values, size).bytes()
                        : layers.segmentation(values, size).bytes();
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }
}
