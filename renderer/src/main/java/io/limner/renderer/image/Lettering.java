package io.limner.renderer.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Text in capitals of 5x7 dots. Java's own text needs fonts, which a bare server does not have and fails without; and these
 * captions look the same everywhere.
 */
final class Lettering {
    /** From the left edge of one letter to the left edge of the next, in dots. */
    static final int ADVANCE = 6;

    /** From the top of one line to the top of the next, in dots. */
    static final int LINE = 10;

    private static final int COLUMNS = 5;
    private static final int ROWS = 7;
    private static final String RESOURCE = "letters.txt";
    private static final Map<Character, boolean[]> LETTERS = read();

    private Lettering() {}

    /**
     * Draws one line of text; what is not in the alphabet is drawn as a question mark, and what is wider than the space is cut.
     */
    static void draw(Graphics2D graphics, String text, Place place, Color color) {
        graphics.setColor(color);
        int fits = Math.max(0, (place.width() / place.dot() + 1) / ADVANCE);
        String shown = text.toUpperCase(Locale.ROOT).substring(0, Math.min(text.length(), fits));
        for (int i = 0; i < shown.length(); i++) {
            char letter = shown.charAt(i);
            if (letter != ' ') {
                boolean[] dots = LETTERS.getOrDefault(letter, LETTERS.get('?'));
                for (int j = 0; j < dots.length; j++) {
                    if (dots[j]) {
                        graphics.fillRect(
                                place.left() + (i * ADVANCE + j % COLUMNS) * place.dot(),
                                place.top() + j / COLUMNS * place.dot(),
                                place.dot(),
                                place.dot());
                    }
                }
            }
        }
    }

    /**
     * Where a line of text goes.
     *
     * @param left pixels, of the first letter
     * @param top pixels, of the letters
     * @param width space in pixels
     * @param dot size of a dot in pixels
     */
    record Place(int left, int top, int width, int dot) {}

    /** Each letter is a line of '=' and the letter, then a line for each row of dots. */
    private static Map<Character, boolean[]> read() {
        try (InputStream stream = Lettering.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            List<String> lines = reader.lines().toList();
            Map<Character, boolean[]> letters = new HashMap<>();
            for (int line = 0; line < lines.size(); line += ROWS + 1) {
                boolean[] dots = new boolean[ROWS * COLUMNS];
                for (int i = 0; i < dots.length; i++) {
                    dots[i] = lines.get(line + 1 + i / COLUMNS).charAt(i % COLUMNS) == '#';
                }
                letters.put(lines.get(line).charAt(1), dots);
            }
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " from the renderer's jar", e);
        }
    }
}
