package io.limner.renderer.image;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;

/**
 * Where the tiles of a contact sheet lie.
 *
 * @param tiles how many
 * @param columns tiles in a row
 * @param panels pictures in a tile, side by side
 * @param panelWidth pixels
 * @param panelHeight pixels
 * @param captionLines lines of text below each tile
 */
record SheetGrid(int tiles, int columns, int panels, int panelWidth, int panelHeight, int captionLines) {
    /** Pixels between tiles, between the panels of a tile, and around all. */
    static final int GAP = 4;

    private static final int MOST_CAPTION_LINES = 2;

    /** The dots of the lettering grow by a pixel with each this many pixels of a panel's width. */
    private static final int PANEL_WIDTH_A_DOT = 220;

    /** A sheet is about this many times as wide as high, if nobody says how many columns it has. */
    private static final double SHAPE = 1.5;

    static SheetGrid of(List<Tile> tiles, ContactSheet.Layout layout) {
        int panels = tiles.stream().mapToInt(tile -> tile.panels().size()).max().orElse(1);
        double aspect = tiles.stream()
                .flatMap(tile -> tile.panels().stream())
                .filter(Objects::nonNull)
                .findFirst()
                .map(SheetGrid::aspect)
                .orElse(1.0);
        int panelHeight = Math.max(1, (int) Math.round(layout.panelWidth() * aspect));
        int wanted = layout.columns() > 0 ? layout.columns() : columnsFor(tiles.size(), aspect / panels);
        int columns = Math.max(1, Math.min(tiles.size(), wanted));
        int lines = tiles.stream().mapToInt(tile -> tile.caption().size()).max().orElse(0);
        return new SheetGrid(
                tiles.size(), columns, panels, layout.panelWidth(), panelHeight, Math.min(lines, MOST_CAPTION_LINES));
    }

    int sheetWidth() {
        return GAP + columns * (tileWidth() + GAP);
    }

    int sheetHeight() {
        int rows = (tiles + columns - 1) / columns;
        return GAP + rows * tileHeight();
    }

    /** Left edge of a tile, pixels. */
    int left(int tile) {
        return GAP + tile % columns * (tileWidth() + GAP);
    }

    /** Top edge of a tile, pixels. */
    int top(int tile) {
        return GAP + tile / columns * tileHeight();
    }

    int tileWidth() {
        return panels * (panelWidth + GAP) - GAP;
    }

    /** Size of a dot of the caption's letters, pixels. */
    int dot() {
        return Math.max(1, panelWidth / PANEL_WIDTH_A_DOT);
    }

    private int tileHeight() {
        return panelHeight + GAP + (captionLines == 0 ? 0 : GAP + captionLines * Lettering.LINE * dot());
    }

    private static int columnsFor(int tiles, double aspect) {
        return (int) Math.round(Math.sqrt(tiles * SHAPE * aspect));
    }

    private static double aspect(BufferedImage picture) {
        return (double) picture.getHeight() / picture.getWidth();
    }
}
