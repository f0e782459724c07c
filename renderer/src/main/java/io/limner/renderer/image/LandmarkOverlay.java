package io.limner.renderer.image;

import io.limner.schema.sample.Labels.Landmarks;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The 68 iBUG landmarks as points over a picture, joined by thin lines along jaw, brows, nose, eyes and lips. */
final class LandmarkOverlay {
    private static final Color VISIBLE = new Color(0x39ff6a);
    private static final Color HIDDEN = new Color(0xff9d2e);
    private static final Color LINE = new Color(255, 255, 255, 130);

    private LandmarkOverlay() {}

    /** The lines of the iBUG numbering, zero-based. */
    private enum Line {
        JAW(0, 16, false),
        RIGHT_BROW(17, 21, false),
        LEFT_BROW(22, 26, false),
        NOSE_BRIDGE(27, 30, false),
        NOSTRILS(31, 35, false),
        RIGHT_EYE(36, 41, true),
        LEFT_EYE(42, 47, true),
        OUTER_LIPS(48, 59, true),
        INNER_LIPS(60, 67, true);

        private final int first;
        private final int last;
        private final boolean closed;

        Line(int first, int last, boolean closed) {
            this.first = first;
            this.last = last;
            this.closed = closed;
        }
    }

    /**
     * Draws the landmarks: green where visible, orange where hidden. Those outside the image are left out.
     *
     * @param graphics transformed so that one unit is one pixel of the labelled image
     * @param pixel the size of a pixel of the sheet in those units
     */
    static void draw(Graphics2D graphics, Landmarks landmarks, double pixel) {
        float[] points = landmarks.points2d();
        graphics.setStroke(new BasicStroke((float) pixel));
        graphics.setColor(LINE);
        for (Line line : Line.values()) {
            Path2D path = new Path2D.Double();
            path.moveTo(points[2 * line.first], points[2 * line.first + 1]);
            for (int i = line.first + 1; i <= line.last; i++) {
                path.lineTo(points[2 * i], points[2 * i + 1]);
            }
            if (line.closed) {
                path.closePath();
            }
            graphics.draw(path);
        }
        double radius = 1.5 * pixel;
        for (int i = 0; i < landmarks.visibility().length; i++) {
            if (landmarks.visibility()[i] != 0) {
                graphics.setColor(landmarks.visibility()[i] == 2 ? VISIBLE : HIDDEN);
                double x = points[2 * i] - radius;
                double y = points[2 * i + 1] - radius;
                graphics.fill(new Ellipse2D.Double(x, y, 2 * radius, 2 * radius));
            }
        }
    }
}
