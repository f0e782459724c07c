package io.limner.renderer.head;

import io.limner.schema.label.SegmentationClass;
import java.awt.geom.Path2D;

/** What is seen of eyes and mouths on small pictures of a head, in pixels. */
final class FaceChecks {
    private static final int SIZE = 128;
    static final double EYES_SPAN = 110;
    static final double MOUTH_SPAN = 90;

    private final Topology topology;

    FaceChecks(Topology topology) {
        this.topology = topology;
    }

    static SoftwareView view(Deformed head, double span, double center) {
        SoftwareView view = new SoftwareView(SIZE, span, center);
        view.draw(head.head(), true);
        return view;
    }

    int pixels(SoftwareView view, SegmentationClass value) {
        int count = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            int t = view.triangleAt(i % SIZE, i / SIZE);
            count += t >= 0 && topology.classes()[t] == value.code() ? 1 : 0;
        }
        return count;
    }

    /** Pixels of eyeballs outside the bounds of the lids' landmarks, with 3 mm to spare beside and 1.5 mm above and below. */
    int outside(SoftwareView view, double[] points) {
        int count = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            int t = view.triangleAt(i % SIZE, i / SIZE);
            boolean eye = t >= 0 && topology.classes()[t] == SegmentationClass.EYE_WHITE.code();
            count += eye && !within(view, points, 36, i) && !within(view, points, 42, i) ? 1 : 0;
        }
        return count;
    }

    private static boolean within(SoftwareView view, double[] points, int first, int pixel) {
        double x0 = Double.MAX_VALUE;
        double x1 = -Double.MAX_VALUE;
        double y0 = Double.MAX_VALUE;
        double y1 = -Double.MAX_VALUE;
        for (int p = 3 * first; p < 3 * first + 18; p += 3) {
            double x = view.screenX(points[p], points[p + 2]);
            double y = view.screenY(points[p + 1], points[p + 2]);
            x0 = Math.min(x0, x);
            x1 = Math.max(x1, x);
            y0 = Math.min(y0, y);
            y1 = Math.max(y1, y);
        }
        double margin = 3 * SIZE / EYES_SPAN;
        double x = pixel % SIZE;
        double y = Math.floorDiv(pixel, SIZE);
        return x > x0 - margin && x < x1 + margin && y > y0 - margin / 2 && y < y1 + margin / 2;
    }

    /** Pixels of what is inside the mouth that lie outside the red of the lips; an outstretched tongue may. */
    int pierced(SoftwareView view, double[] points) {
        Path2D lips = new Path2D.Double();
        for (int p = 48; p < 60; p++) {
            double x = view.screenX(points[3 * p], points[3 * p + 2]);
            double y = view.screenY(points[3 * p + 1], points[3 * p + 2]);
            if (p == 48) {
                lips.moveTo(x, y);
            } else {
                lips.lineTo(x, y);
            }
        }
        lips.closePath();
        int count = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            int t = view.triangleAt(i % SIZE, i / SIZE);
            int code = t < 0 ? 0 : topology.classes()[t];
            boolean inner = code == SegmentationClass.TEETH.code() || code == SegmentationClass.MOUTH_INTERIOR.code();
            count += inner && !lips.contains(i % SIZE + 0.5, Math.floorDiv(i, SIZE) + 0.5) ? 1 : 0;
        }
        return count;
    }
}
