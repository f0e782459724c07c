package io.limner.renderer.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Paints the tiles of a contact sheet. */
final class TilePainter {
    private static final Color EMPTY = new Color(0x2a2d33);
    private static final Color INK = new Color(0xd8dce3);

    private final Graphics2D graphics;
    private final SheetGrid grid;

    TilePainter(Graphics2D graphics, SheetGrid grid) {
        this.graphics = graphics;
        this.grid = grid;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    void paint(int index, Tile tile) {
        for (int i = 0; i < grid.panels(); i++) {
            int left = grid.left(index) + i * (grid.panelWidth() + SheetGrid.GAP);
            BufferedImage panel = i < tile.panels().size() ? tile.panels().get(i) : null;
            if (panel == null) {
                graphics.setColor(EMPTY);
                graphics.fillRect(left, grid.top(index), grid.panelWidth(), grid.panelHeight());
            } else {
                paint(panel, left, grid.top(index));
            }
            if (i == 0 && panel != null && tile.landmarks() != null) {
                paintLandmarks(tile, panel, left, grid.top(index));
            }
        }
        int captionTop = grid.top(index) + grid.panelHeight() + SheetGrid.GAP;
        for (int line = 0; line < tile.caption().size() && line < grid.captionLines(); line++) {
            int top = captionTop + line * Lettering.LINE * grid.dot();
            Lettering.Place place = new Lettering.Place(grid.left(index), top, grid.tileWidth(), grid.dot());
            Lettering.draw(graphics, tile.caption().get(line), place, INK);
        }
    }

    /** Halves first, because bilinear scaling looks at four pixels only and would skip the others. */
    private void paint(BufferedImage panel, int left, int top) {
        BufferedImage picture = panel;
        while (picture.getWidth() >= 2 * grid.panelWidth() && picture.getHeight() >= 2) {
            picture = scaled(picture, picture.getWidth() / 2, picture.getHeight() / 2);
        }
        graphics.drawImage(picture, left, top, grid.panelWidth(), grid.panelHeight(), null);
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D scaling = result.createGraphics();
        scaling.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        scaling.drawImage(picture, 0, 0, width, height, null);
        scaling.dispose();
        return result;
    }

    /** In the labelled image's own pixels, and not beyond the panel's edges. */
    private void paintLandmarks(Tile tile, BufferedImage panel, int left, int top) {
        Graphics2D overlay = (Graphics2D) graphics.create(left, top, grid.panelWidth(), grid.panelHeight());
        double scaleX = (double) grid.panelWidth() / panel.getWidth();
        overlay.scale(scaleX, (double) grid.panelHeight() / panel.getHeight());
        LandmarkOverlay.draw(overlay, tile.landmarks(), grid.dot() / scaleX);
        overlay.dispose();
    }
}
