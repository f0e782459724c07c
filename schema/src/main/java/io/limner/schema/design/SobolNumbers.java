package io.limner.schema.design;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The direction numbers of Sobol's sequence, one dimension for each parameter, for ever: what a spec says of one parameter changes
 * no other's dimension. The resource {@code sobol.txt} holds name, degree, primitive polynomial and initial numbers; the recurrence is
 * that of Bratley and Fox (ACM TOMS 14, 1988).
 */
final class SobolNumbers {
    private static final Map<String, long[]> BY_NAME = read();

    private SobolNumbers() {}

    /**
     * For each bit of an index, from the lowest, what it adds to the point (modulo 2, by bit): 64 binary digits after the point.
     *
     * @throws IllegalArgumentException if the parameter has no dimension
     */
    static long[] of(String parameter) {
        long[] directions = BY_NAME.get(parameter);
        if (directions == null) {
            throw new IllegalArgumentException(
                    "sobol.txt gives " + parameter + " no dimension; write its name into the first line that has none");
        }
        return directions.clone();
    }

    /** The parameters that have a dimension. */
    static Set<String> names() {
        return new TreeSet<>(BY_NAME.keySet());
    }

    private static Map<String, long[]> read() {
        Map<String, long[]> byName = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SobolNumbers.class.getResourceAsStream("sobol.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.startsWith("-")) {
                    List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
                    byName.put(words.remove(0), directions(words));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The direction numbers cannot be read", e);
        }
        return byName;
    }

    private static long[] directions(List<String> words) {
        int degree = Integer.parseInt(words.get(0));
        long polynomial = Long.parseLong(words.get(1));
        long[] directions = new long[Long.SIZE];
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (degree == 0) {
                directions[bit] = 1L << (Long.SIZE - 1 - bit);
            } else if (bit < degree) {
                directions[bit] = Long.parseLong(words.get(2 + bit)) << (Long.SIZE - 1 - bit);
            } else {
                long next = directions[bit - degree] ^ (directions[bit - degree] >>> degree);
                for (int term = 1; term < degree; term++) {
                    if ((polynomial >>> (degree - term) & 1) == 1) {
                        next ^= directions[bit - term];
                    }
                }
                directions[bit] = next;
            }
        }
        return directions;
    }
}
