package io.limner.renderer.asset;

import io.limner.renderer.look.Photograph;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a JPEG's Exif block says that matters here.
 *
 * @param orientation 1 to 8, how the camera was held, as TIFF numbers it; 1 is upright
 * @param position whether it says where the picture was taken
 */
record Exif(int orientation, boolean position) {
    private static final Exif NOTHING = new Exif(1, false);
    private static final int ORIENTATION = 0x0112;
    private static final int GPS = 0x8825;

    /** What a file says; a block that is damaged says nothing. */
    static Exif of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        try {
            if (in.getShort() != (short) 0xffd8) {
                return NOTHING;
            }
            while (true) {
                int marker = in.getShort() & 0xffff;
                int length = in.getShort() & 0xffff;
                if (marker == 0xffe1 && length > 8 && in.getInt(in.position()) == 0x45786966) {
                    return block(in.slice(in.position() + 6, length - 8));
                }
                if (marker < 0xffe0 || length < 2) {
                    return NOTHING;
                }
                in.position(in.position() + length - 2);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return NOTHING;
        }
    }

    private static Exif block(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        int count = tiff.getShort(at) & 0xffff;
        int orientation = 1;
        boolean position = false;
        for (int i = 0; i < count; i++) {
            int entry = at + 2 + 12 * i;
            int tag = tiff.getShort(entry) & 0xffff;
            if (tag == ORIENTATION) {
                int value = tiff.getShort(entry + 8);
                orientation = value >= 1 && value <= 8 ? value : 1;
            }
            position |= tag == GPS;
        }
        return new Exif(orientation, position);
    }

    /** The picture as it was seen. */
    Photograph upright(Photograph stored) {
        if (orientation == 1) {
            return stored;
        }
        boolean turned = orientation >= 5;
        int width = turned ? stored.height() : stored.width();
        int height = turned ? stored.width() : stored.height();
        byte[] rgb = new byte[stored.rgb().length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // Where the stored picture has what is seen at (x, y).
                int column = turned ? y : x;
                int row = turned ? x : y;
                boolean mirrored = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
                boolean inverted = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
                column = mirrored ? stored.width() - 1 - column : column;
                row = inverted ? stored.height() - 1 - row : row;
                System.arraycopy(stored.rgb(), 3 * (row * stored.width() + column), rgb, 3 * (y * width + x), 3);
            }
        }
        return new Photograph(width, height, rgb);
    }
}
