package io.limner.renderer.label;

import static io.limner.schema.label.SegmentationClass.BACKGROUND;
import static io.limner.schema.label.SegmentationClass.CLOTHING;
import static io.limner.schema.label.SegmentationClass.NECK;
import static io.limner.schema.label.SegmentationClass.OCCLUDER;
import static io.limner.schema.label.SegmentationClass.SCARF;

import io.limner.renderer.frame.Frame;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Labels.Box;
import java.util.Arrays;
import java.util.List;

/** Axis-aligned boxes, clipped to the image. What is nowhere in the image has none: null. */
final class BoundingBoxes {
    /** By class code. */
    private static final boolean[] HEAD = new boolean[256];

    static {
        Arrays.fill(HEAD, true);
        for (SegmentationClass kind : List.of(BACKGROUND, NECK, CLOTHING, SCARF, OCCLUDER)) {
            HEAD[kind.code()] = false;
        }
    }

    private BoundingBoxes() {}

    /** The box around points, x and y in turn, pixels; null if no part of it is in the image. */
    static Box ofPoints(double[] points, Frame.Size size) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i += 2) {
            left = StrictMath.min(left, points[i]);
            right = StrictMath.max(right, points[i]);
            top = StrictMath.min(top, points[i + 1]);
            bottom = StrictMath.max(bottom, points[i + 1]);
        }
        return box(
                clip(left, size.width()),
                clip(top, size.height()),
                clip(right, size.width()),
                clip(bottom, size.height()));
    }

    /** The box around all pixels that show the head: all classes but background, neck, clothing, scarf and occluders; null if none. */
    static Box ofHead(Frame frame) {
        int width = frame.size().width();
        byte[] classes = frame.classes();
        int left = width;
        int top = frame.size().height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < frame.size().height(); y++) {
            // From either side to the first pixel of the head; within the box so far only to learn whether there is
            // one.
            int row = y * width;
            int x = 0;
            while (x < width && !HEAD[classes[row + x] & 255]) {
                x++;
            }
            if (x < width) {
                left = Math.min(left, x);
                top = Math.min(top, y);
                bottom = y + 1;
                int end = width;
                while (end > right && !HEAD[classes[row + end - 1] & 255]) {
                    end--;
                }
                right = end;
            }
        }
        return box(left, top, right, bottom);
    }

    private static Box box(double left, double top, double right, double bottom) {
        if (left >= right || top >= bottom) {
            return null;
        }
        return new Box((float) left, (float) top, (float) (right - left), (float) (bottom - top));
    }

    private static double clip(double value, int length) {
        return StrictMath.max(0, StrictMath.min(length, value));
    }
}
