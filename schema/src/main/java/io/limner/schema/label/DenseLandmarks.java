package io.limner.schema.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The dense set of landmarks: points fixed on the skin, well spread over face and ears, each with its mirror image, then the pupils
 * and the edges of the irises. The numbers are part of the dataset format and never change their meaning. Left and right are the
 * subject's own.
 */
public final class DenseLandmarks {
    /** How many lie on the skin; they come first. */
    public static final int ON_SKIN = 502;

    /** How many an eye has: the pupil's centre, then points on the edge of the iris. */
    public static final int PER_EYE = 9;

    /** How many in all: skin, right eye, left eye. */
    public static final int COUNT = ON_SKIN + 2 * PER_EYE;

    /** Radius of the iris, radians seen from the centre of the eyeball. */
    public static final double IRIS_RADIUS = 0.492;

    private static final List<Point> SKIN = load();
    private static final List<Region> REGIONS = regionsOf(SKIN);

    private DenseLandmarks() {}

    /**
     * A point on the skin.
     *
     * @param region what part of the face it belongs to
     * @param mirrored the point that it becomes when the picture is mirrored
     * @param u place on the head data's texture map
     * @param v place on the texture map
     * @param x head frame of the neutral adult, mm
     * @param y mm
     * @param z mm
     */
    public record Point(String region, int mirrored, double u, double v, double x, double y, double z) {}

    /** Points that belong together, whose numbers follow each other. */
    public record Region(String name, int first, int count) {
        /** Number of the last point. */
        public int last() {
            return first + count - 1;
        }
    }

    /** The points on the skin, by number. */
    public static List<Point> skin() {
        return SKIN;
    }

    /** All regions, by number of their first point. */
    public static List<Region> regions() {
        return REGIONS;
    }

    /** Whether a landmark lies on the lips. */
    public static boolean isMouth(int landmark) {
        return landmark < ON_SKIN && SKIN.get(landmark).region().endsWith("_lip");
    }

    /**
     * The point that a point becomes when the picture is mirrored left to right.
     *
     * @param landmark 0 to {@code COUNT - 1}
     */
    public static int mirrored(int landmark) {
        if (landmark < ON_SKIN) {
            return SKIN.get(landmark).mirrored();
        }
        int eye = (landmark - ON_SKIN) / PER_EYE;
        int point = (landmark - ON_SKIN) % PER_EYE;
        int other = ON_SKIN + (1 - eye) * PER_EYE;
        int around = PER_EYE - 1;
        return point == 0 ? other : other + 1 + Math.floorMod(around / 2 - (point - 1), around);
    }

    /** Direction of point k of an eye (0 the pupil, then 8 around the iris) in the eye's own frame, z along the gaze, unit. */
    public static double[] eyeDirection(int k) {
        if (k == 0) {
            return new double[] {0, 0, 1};
        }
        double angle = 2 * Math.PI * (k - 1) / (PER_EYE - 1);
        double out = StrictMath.sin(IRIS_RADIUS);
        return new double[] {out * StrictMath.cos(angle), out * StrictMath.sin(angle), StrictMath.cos(IRIS_RADIUS)};
    }

    private static List<Point> load() {
        List<Point> points = new ArrayList<>();
        try (InputStream in = DenseLandmarks.class.getResourceAsStream("dense.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    points.add(point(line.split(" ", -1), points.size()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (points.size() != ON_SKIN) {
            throw new IllegalStateException("dense.txt has " + points.size() + " points, not " + ON_SKIN);
        }
        return List.copyOf(points);
    }

    private static Point point(String[] cells, int number) {
        if (Integer.parseInt(cells[0]) != number) {
            throw new IllegalStateException("dense.txt has " + cells[0] + " where " + number + " must be");
        }
        return new Point(
                cells[1],
                Integer.parseInt(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]));
    }

    private static List<Region> regionsOf(List<Point> skin) {
        List<Region> regions = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= skin.size(); i++) {
            if (i == skin.size() || !skin.get(i).region().equals(skin.get(first).region())) {
                regions.add(new Region(skin.get(first).region(), first, i - first));
                first = i;
            }
        }
        regions.add(new Region("right_iris", ON_SKIN, PER_EYE));
        regions.add(new Region("left_iris", ON_SKIN + PER_EYE, PER_EYE));
        return List.copyOf(regions);
    }
}
