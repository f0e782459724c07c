package io.limner.renderer.image;

import io.limner.renderer.frame.Frame;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Many samples in one picture, in rows from left to right, each with a caption of two lines. Needs no display and no fonts.
 */
public final class ContactSheet {
    static {
        // Drawing into memory must not look for a display, nor fail because DISPLAY names one that is not there. Before
        // the first Color, because its class asks once and remembers the answer for all of AWT.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static final Color PAPER = new Color(0x17191c);
    private static final int JPEG_QUALITY = 90;

    private final Layout layout;

    /** A sheet with a given layout. */
    public ContactSheet(Layout layout) {
        this.layout = layout;
    }

    /**
     * How a sheet looks.
     *
     * @param columns tiles in a row; 0 for about three tiles across for each two down
     * @param panelWidth width of a picture on the sheet, pixels, 16 to 4096
     * @param landmarks whether to draw the landmarks over the picture: green if visible, orange if hidden
     * @param layers whether to show segmentation, depth and normals beside the picture
     */
    public record Layout(int columns, int panelWidth, boolean landmarks, boolean layers) {

        /** Checks the ranges. */
        public Layout {
            if (columns < 0) {
                throw new IllegalArgumentException("a contact sheet cannot have " + columns + " columns");
            }
            if (panelWidth < 16 || panelWidth > 4096) {
                throw new IllegalArgumentException("panel width " + panelWidth + " is not between 16 and 4096 pixels");
            }
        }
    }

    /**
     * Draws rows of a dataset. One that could not be drawn gets a dark tile that says why.
     *
     * @throws IllegalArgumentException if there are none
     * @throws DamagedImageException if an image of a row cannot be read
     */
    public BufferedImage draw(List<FaceSample> samples) {
        return drawTiles(samples.stream()
                .map(sample -> Tile.of(sample, layout.landmarks(), layout.layers()))
                .toList());
    }

    /** Draws tiles; the first one's first picture decides the shape of all. */
    public BufferedImage drawTiles(List<Tile> tiles) {
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("a contact sheet needs at least one sample");
        }
        SheetGrid grid = SheetGrid.of(tiles, layout);
        BufferedImage sheet = new BufferedImage(grid.sheetWidth(), grid.sheetHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            TilePainter painter = new TilePainter(graphics, grid);
            for (int i = 0; i < tiles.size(); i++) {
                painter.paint(i, tiles.get(i));
            }
        } finally {
            graphics.dispose();
        }
        return sheet;
    }

    /**
     * Draws rows of a dataset into an image file's bytes.
     *
     * @throws MissingCodecException for JPEG without libturbojpeg
     */
    public EncodedImage encode(List<FaceSample> samples, ImageFormat format) {
        return encodeTiles(
                samples.stream()
                        .map(sample -> Tile.of(sample, layout.landmarks(), layout.layers()))
                        .toList(),
                format);
    }

    /** Draws tiles into an image file's bytes, as {@link #encode} does rows. */
    public EncodedImage encodeTiles(List<Tile> tiles, ImageFormat format) {
        BufferedImage sheet = drawTiles(tiles);
        Frame.Size size = new Frame.Size(sheet.getWidth(), sheet.getHeight());
        try (ImageEncoder encoder =
                ImageEncoder.of(new ImageSettings(size.width(), size.height(), format, JPEG_QUALITY))) {
            return encoder.encode(Pictures.toRgb(sheet), size);
        }
    }
}
