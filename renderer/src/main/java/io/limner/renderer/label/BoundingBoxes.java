package io.limner.renderer.label;

import io.limner.renderer.frame.Frame;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Labels.Box;

/** Axis-aligned boxes, clipped to the image. What is nowhere in the image has none: null. */
final class BoundingBoxes {
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
        int left = width;
        int top = frame.size().height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < frame.size().height(); y++) {
            for (int x = 0; x < width; x++) {
                if (isHead(frame.classes()[y * width + x])) {
                    left = StrictMath.min(left, x);
                    right = StrictMath.max(right, x + 1);
                    top = StrictMath.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return box(left, top, right, bottom);
    }

    private static boolean isHead(int code) {
        return code != SegmentationClass.BACKGROUND.code()
                && code != SegmentationClass.NECK.code()
                && code != SegmentationClass.CLOTHING.code()
                && code != SegmentationClass.SCARF.code()
                && code != SegmentationClass.OCCLUDER.code();
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
