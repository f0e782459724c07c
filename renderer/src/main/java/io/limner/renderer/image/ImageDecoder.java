package io.limner.renderer.image;

import io.limner.schema.sample.EncodedImage;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Image files back to pixels, with a check that a file is what its row says: format, size, number and depth of channels. A file
 * that claims another size is refused before memory is taken for it.
 */
public final class ImageDecoder {
    private ImageDecoder() {}

    /**
     * Colour or normals.
     *
     * @return 3 bytes a pixel, row-major, top-left origin
     * @throws DamagedImageException if the file is not such a picture
     */
    public static byte[] rgb(EncodedImage image) {
        Raster raster = raster(image, 3, 8);
        int[] samples = raster.getPixels(0, 0, image.width(), image.height(), (int[]) null);
        byte[] rgb = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            rgb[i] = (byte) samples[i];
        }
        return rgb;
    }

    /**
     * 8-bit grey, such as a segmentation.
     *
     * @return 1 byte a pixel, row-major, top-left origin
     * @throws DamagedImageException if the file is not such a picture
     */
    public static byte[] grey(EncodedImage image) {
        int[] samples = raster(image, 1, 8).getSamples(0, 0, image.width(), image.height(), 0, (int[]) null);
        byte[] grey = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            grey[i] = (byte) samples[i];
        }
        return grey;
    }

    /**
     * 16-bit grey, such as depth.
     *
     * @return 1 unsigned value a pixel, row-major, top-left origin
     * @throws DamagedImageException if the file is not such a picture
     */
    public static short[] grey16(EncodedImage image) {
        int[] samples = raster(image, 1, 16).getSamples(0, 0, image.width(), image.height(), 0, (int[]) null);
        short[] grey = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            grey[i] = (short) samples[i];
        }
        return grey;
    }

    /**
     * 16-bit colour, such as places on the neutral adult.
     *
     * @return 3 unsigned values a pixel, row-major, top-left origin
     * @throws DamagedImageException if the file is not such a picture
     */
    public static short[] rgb16(EncodedImage image) {
        int[] samples = raster(image, 3, 16).getPixels(0, 0, image.width(), image.height(), (int[]) null);
        short[] values = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            values[i] = (short) samples[i];
        }
        return values;
    }

    private static Raster raster(EncodedImage image, int channels, int bits) {
        BufferedImage decoded = decode(image);
        int foundBits = decoded.getSampleModel().getSampleSize(0);
        if (decoded.getRaster().getNumBands() != channels || foundBits != bits) {
            throw new DamagedImageException("expected " + channels + " channels of " + bits + " bits, found "
                    + decoded.getRaster().getNumBands() + " of " + foundBits);
        }
        // The raster and not getRGB(): that would pass grey through a colour conversion, and class codes must come back
        // as they are. Bands are in the order red, green, blue, whatever their order in memory.
        return decoded.getRaster();
    }

    private static BufferedImage decode(EncodedImage image) {
        String format = image.format().name().toLowerCase(Locale.ROOT);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(image.bytes()))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width != image.width() || height != image.height()) {
                throw new DamagedImageException("the row says " + image.width() + "x" + image.height() + ", the "
                        + format + " file says " + width + "x" + height);
            }
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            if (e instanceof DamagedImageException damaged) {
                throw damaged;
            }
            throw new DamagedImageException(
                    "not a readable " + format + " file of " + image.bytes().length + " bytes: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }
}
