package io.limner.renderer.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.head.Anchors;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.Ibug68;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code schema/landmarks.svg} is drawn from the anchors. {@code -Dlimner.figure.update=true} draws it anew; else it must show every
 * landmark within 2 mm of where it is.
 */
class LandmarkFigureTest {
    private static final double SCALE = 7;
    private static final double TOLERANCE = 2 * SCALE;
    private static final Path FILE = Path.of(System.getProperty("limner.root"), "schema", "landmarks.svg");

    private final StringBuilder svg = new StringBuilder();
    private final Anchors anchors;

    LandmarkFigureTest() {
        Scene scene = Designs.of("defaults: neutral").scene(0);
        ImageSettings image = new ImageSettings(64, 64, ImageFormat.PNG, 100);
        anchors = FaceModel.shared()
                .face(scene, CameraModels.of(scene.camera(), image))
                .anchors();
    }

    @Test
    void showsEveryLandmark() throws Exception {
        String drawn = draw();
        if (Boolean.getBoolean("limner.figure.update")) {
            Files.writeString(FILE, drawn);
        }
        List<double[]> there = circles(Files.readString(FILE));
        List<double[]> expected = circles(drawn);
        assertThat(there).hasSameSizeAs(expected).hasSize(Ibug68.COUNT + DenseLandmarks.COUNT);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(there.get(i)[0]).as("x of circle %d", i).isCloseTo(expected.get(i)[0], within(TOLERANCE));
            assertThat(there.get(i)[1]).as("y of circle %d", i).isCloseTo(expected.get(i)[1], within(TOLERANCE));
        }
    }

    private static List<double[]> circles(String text) {
        return Pattern.compile("<circle cx=\"([0-9.]+)\" cy=\"([0-9.]+)\"")
                .matcher(text)
                .results()
                .map(circle -> new double[] {Double.parseDouble(circle.group(1)), Double.parseDouble(circle.group(2))})
                .toList();
    }

    private String draw() {
        svg.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2320\" height=\"1360\" font-family=\"sans-serif\">\n")
                .append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        caption(580, "landmarks_68, numbered from 0, on the neutral adult seen from the front");
        for (Ibug68.Group group : Ibug68.Group.values()) {
            course(group);
        }
        points(anchors.landmarks(), Ibug68.COUNT, new Panel(580, 3.5, 15));
        caption(1740, "landmarks_dense; pupils and irises are 502 to 519");
        points(anchors.points().dense(), DenseLandmarks.COUNT, new Panel(1740, 2.2, 8.5));
        return svg.append("</svg>\n").toString();
    }

    /** Where a set of points is drawn, and how large. */
    private record Panel(double middle, double radius, double font) {}

    private void caption(double middle, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"40\" font-size=\"24\" text-anchor=\"middle\">%s</text>%n",
                middle,
                text));
    }

    private void course(Ibug68.Group group) {
        StringBuilder path = new StringBuilder();
        for (int i = group.first(); i <= group.last(); i++) {
            path.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(anchors.landmarks(), i, 580), y(anchors.landmarks(), i)));
        }
        svg.append(group.closed() ? "<polygon" : "<polyline")
                .append(" points=\"")
                .append(path.toString().strip())
                .append("\" fill=\"none\" stroke=\"#bbb\"/>\n");
    }

    private void points(double[] points, int count, Panel panel) {
        for (int i = 0; i < count; i++) {
            boolean dense = count == DenseLandmarks.COUNT;
            String color = dense ? color(i) : "#c00";
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/><text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\">%d</text>%n",
                    x(points, i, panel.middle),
                    y(points, i),
                    panel.radius,
                    color,
                    x(points, i, panel.middle) + panel.radius + 1,
                    y(points, i) - 1,
                    panel.font,
                    i));
        }
    }

    /** Regions that are neighbours differ. */
    private static String color(int landmark) {
        int region = 0;
        while (DenseLandmarks.regions().get(region).last() < landmark) {
            region++;
        }
        return String.format(Locale.ROOT, "#%06x", Color.HSBtoRGB(region * 0.381f, 0.85f, 0.7f) & 0xffffff);
    }

    private static double x(double[] points, int i, double middle) {
        return middle + SCALE * points[3 * i];
    }

    private static double y(double[] points, int i) {
        return 530 - SCALE * points[3 * i + 1];
    }
}
