package io.limner.renderer.asset;

import io.limner.renderer.look.Panorama;
import io.limner.renderer.look.Vista;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Radiance pictures (RGBE, .hdr) of all directions, twice as wide as high: latitude and longitude. Source of the format: G. Ward, Real
 * Pixels, Graphics Gems II, 1991.
 */
final class RadianceReader {
    private static final Pattern SIZE = Pattern.compile("-Y (\\d{1,6}) \\+X (\\d{1,6})");
    private static final int LONGEST_HEADER = 8192;
    private static final int WIDEST = 16_384;
    private static final int NARROWEST = 16;
    /** Columns that are kept: what a mirror as small as an eye can show. */
    private static final int KEPT = 512;
    /** Columns that are kept of what is seen behind a subject. */
    private static final int SEEN = 4096;

    private final String file;
    private final byte[] bytes;
    private int at;

    private RadianceReader(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * The surroundings in a file.
     *
     * @throws AssetException if it is no such picture
     */
    static Panorama read(String file, byte[] bytes) {
        return new RadianceReader(file, bytes).made(width -> Math.max(1, width / KEPT), Panorama::of);
    }

    /**
     * The same as they are seen.
     *
     * @throws AssetException if it is no such picture
     */
    static Vista vista(String file, byte[] bytes) {
        return new RadianceReader(file, bytes).made(width -> (width + SEEN - 1) / SEEN, Vista::of);
    }

    @FunctionalInterface
    private interface Maker<T> {
        T of(int width, int height, float[] radiance);
    }

    /** @param steps by width, how many pixels a side become one */
    private <T> T made(IntUnaryOperator steps, Maker<T> maker) {
        int[] size = header();
        int width = size[0];
        int height = size[1];
        int step = steps.applyAsInt(width);
        int columns = width / step;
        int rows = Math.max(1, height / step);
        float[] sum = new float[3 * columns * rows];
        byte[] line = new byte[4 * width];
        for (int y = 0; y < height; y++) {
            scanline(line, width, y);
            int row = y / step;
            for (int x = 0; x < columns * step && row < rows; x++) {
                int exponent = line[4 * x + 3] & 255;
                float scale = exponent == 0 ? 0 : Math.scalb(1f, exponent - 136);
                int to = 3 * (row * columns + x / step);
                for (int i = 0; i < 3; i++) {
                    sum[to + i] += ((line[4 * x + i] & 255) + 0.5f) * scale;
                }
            }
        }
        double total = 0;
        for (float value : sum) {
            total += value;
        }
        if (!(total > 0) || Double.isInfinite(total)) {
            throw AssetException.faulty(file, total > 0 ? "is too bright to be true" : "is black: it lights nothing");
        }
        return maker.of(columns, rows, sum);
    }

    private int[] header() {
        String first = line();
        if (!first.startsWith("#?")) {
            throw AssetException.faulty(file, "is no Radiance picture: it must begin with #?RADIANCE");
        }
        boolean rgbe = false;
        for (String next = line(); !next.isEmpty(); next = line()) {
            if (next.startsWith("FORMAT=")) {
                rgbe = next.equals("FORMAT=32-bit_rle_rgbe");
            }
        }
        if (!rgbe) {
            throw AssetException.faulty(file, "must have FORMAT=32-bit_rle_rgbe; save it as RGBE");
        }
        String said = line();
        Matcher size = SIZE.matcher(said);
        if (!size.matches()) {
            throw AssetException.faulty(file, "must run from the top left (-Y height +X width), not '" + said + "'");
        }
        int height = Integer.parseInt(size.group(1));
        int width = Integer.parseInt(size.group(2));
        if (width > WIDEST || width < NARROWEST || width != 2 * height) {
            throw AssetException.faulty(
                    file,
                    "has " + width + " x " + height + " pixels; it must show all directions by longitude and latitude, "
                            + "twice as wide as high, " + NARROWEST + " to " + WIDEST + " wide");
        }
        return new int[] {width, height};
    }

    private String line() {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length || end > LONGEST_HEADER) {
            throw AssetException.faulty(file, "ends within its header");
        }
        String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
        at = end + 1;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** One row: the four bytes of each pixel, packed by runs of a channel or not at all. */
    private void scanline(byte[] line, int width, int y) {
        need(4, y);
        boolean packed =
                bytes[at] == 2 && bytes[at + 1] == 2 && ((bytes[at + 2] & 255) << 8 | (bytes[at + 3] & 255)) == width;
        if (!packed) {
            need(4 * width, y);
            System.arraycopy(bytes, at, line, 0, 4 * width);
            at += 4 * width;
            return;
        }
        at += 4;
        for (int channel = 0; channel < 4; channel++) {
            for (int x = 0; x < width; ) {
                need(2, y);
                int code = bytes[at++] & 255;
                boolean run = code > 128;
                int count = run ? code - 128 : code;
                if (count == 0 || x + count > width) {
                    throw AssetException.faulty(
                            file, "row " + y + " does not end where it should: the file is damaged");
                }
                need(run ? 1 : count, y);
                for (int i = 0; i < count; i++) {
                    line[4 * x++ + channel] = bytes[run ? at : at + i];
                }
                at += run ? 1 : count;
            }
        }
    }

    private void need(int count, int y) {
        if (bytes.length - at < count) {
            throw AssetException.faulty(file, "ends within row " + y + ": the file is cut short");
        }
    }
}
