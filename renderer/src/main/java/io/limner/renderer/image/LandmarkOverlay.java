package io.limner.renderer.image;

import io.limner.schema.label.Ibug68;
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
        for (Ibug68.Group group : Ibug68.Group.values()) {
            Path2D path = new Path2D.Double();
            path.moveTo(points[2 * group.first()], points[2 * group.first() + 1]);
            for (int i = group.first() + 1; i <= group.last(); i++) {
                path.lineTo(points[2 * i], points[2 * i + 1]);
            }
            if (group.closed()) {
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
