package io.limner.renderer.pass;

import java.util.Arrays;

/** The curve of sRGB to eight bits, of linear colour in whole steps. Exact: each of the 255 jumps comes at its own step. */
final class SrgbSteps {
    /** Linear 1: the square of the brightest sample, times the sixteen quarters of quarters that a tent weighs. */
    static final int WHITE = 16 * 1023 * 1023;

    /** Steps of a cell, as a power of two: no two jumps are in one cell. */
    private static final int CELL = 12;

    private static final int NO_JUMP = 0xffffff;

    /** Of each cell the code at its start, and from bit 8 on the step from which the next holds. */
    private final int[] cells = new int[(WHITE >> CELL) + 1];

    SrgbSteps() {
        Arrays.fill(cells, NO_JUMP << 8 | 255);
        int cell = 0;
        for (int code = 0; code < 255; code++) {
            int jump = (int) Math.ceil(linear((code + 0.5) / 255) * WHITE);
            for (; cell < jump >> CELL; cell++) {
                cells[cell] = NO_JUMP << 8 | code;
            }
            cells[cell++] = jump << 8 | code;
        }
    }

    private static double linear(double coded) {
        return coded <= 0.04045 ? coded / 12.92 : StrictMath.pow((coded + 0.055) / 1.055, 2.4);
    }

    /** The code, 0 to 255, of a colour from 0 to {@link #WHITE}. */
    int code(int color) {
        int cell = cells[color >> CELL];
        return (cell & 255) + (((cell >>> 8) - 1 - color) >>> 31);
    }
}
