package io.limner.renderer.asset;

import io.limner.renderer.look.Photograph;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Photographs, by their content and not by their name: JPEG and PNG. What a header claims is bounded before memory is taken for it. Of
 * the metadata, only the camera's orientation is used; nothing else of it goes any further.
 */
public final class PictureReader {
    private static final int LONGEST_SIDE = 32_768;
    private static final long MOST_PIXELS = 100_000_000;
    private static final int SHORTEST_SIDE = 16;

    private final String file;
    private final byte[] bytes;

    /**
     * A picture.
     *
     * @param file what messages call it
     */
    public PictureReader(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Checks format and size as the header tells them. */
    void check() {
        size();
    }

    /**
     * Width and height as the header tells them, pixels.
     *
     * @throws AssetException if it is no such picture
     */
    public int[] size() {
        return with((reader, size) -> size);
    }

    /**
     * The picture, upright.
     *
     * @param detail a longer side of this many pixels shows enough: a larger picture may be read at a part of its resolution
     */
    Photograph read(int detail) {
        return Exif.of(bytes).upright(stored(detail));
    }

    /**
     * The picture as it is stored, whichever way the camera was held.
     *
     * @param detail a longer side of this many pixels shows enough
     * @throws AssetException if it cannot be decoded
     */
    public Photograph stored(int detail) {
        return with((reader, size) -> {
            // Four samples a side are left for averaging.
            int step = Math.max(1, Math.min(size[0], size[1]) / (4 * detail));
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, parameters);
            return new Photograph(image.getWidth(), image.getHeight(), rgb(image));
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T of(ImageReader reader, int[] size) throws IOException;
    }

    private <T> T with(Work<T> work) {
        ImageReader reader = reader();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                throw AssetException.faulty(
                        file,
                        "claims " + width + " x " + height + " pixels; at most " + LONGEST_SIDE + " a side and "
                                + MOST_PIXELS / 1_000_000 + " million in all are read");
            }
            if (Math.min(width, height) < SHORTEST_SIDE) {
                throw AssetException.faulty(
                        file, "has " + width + " x " + height + " pixels; " + SHORTEST_SIDE + " a side are the least");
            }
            return work.of(reader, new int[] {width, height});
        } catch (AssetException fault) {
            throw fault;
        } catch (IOException | RuntimeException broken) {
            // The library throws whatever comes to it when a file is damaged.
            throw AssetException.faulty(file, "cannot be decoded (" + broken.getMessage() + "); save it anew as RGB");
        } finally {
            reader.dispose();
        }
    }

    private ImageReader reader() {
        String format;
        if (starts(0xff, 0xd8, 0xff)) {
            format = "jpeg";
        } else if (starts(0x89, 'P', 'N', 'G')) {
            format = "png";
        } else {
            throw AssetException.faulty(file, "is neither JPEG nor PNG; save it as one of them");
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        return readers.next();
    }

    private boolean starts(int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 255) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Samples as they are stored: no colour profile is applied, and what is transparent shows its colour. */
    private static byte[] rgb(BufferedImage image) {
        int width = image.getWidth();
        byte[] rgb = new byte[3 * width * image.getHeight()];
        if (image.getColorModel() instanceof IndexColorModel palette) {
            int[] row = new int[width];
            for (int y = 0, at = 0; y < image.getHeight(); y++) {
                image.getRaster().getSamples(0, y, width, 1, 0, row);
                for (int index : row) {
                    rgb[at++] = (byte) palette.getRed(index);
                    rgb[at++] = (byte) palette.getGreen(index);
                    rgb[at++] = (byte) palette.getBlue(index);
                }
            }
            return rgb;
        }
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int band = bands < 3 ? 0 : channel;
                    int bits = raster.getSampleModel().getSampleSize(band);
                    int sample = row[x * bands + band];
                    rgb[at++] = (byte) (bits > 8 ? sample >> (bits - 8) : sample * 255 / ((1 << bits) - 1));
                }
            }
        }
        return rgb;
    }
}
