package io.limner.renderer.label;

import io.limner.schema.label.CameraModel;

/**
 * Landmarks and where a camera sees them.
 *
 * @param world mm, 3 a landmark
 * @param pixels x, y in pixels, 2 a landmark
 * @param depth mm along the optical axis, 1 a landmark
 */
record ProjectedLandmarks(double[] world, double[] pixels, double[] depth) {

    static ProjectedLandmarks of(double[] world, CameraModel camera) {
        int count = world.length / 3;
        double[] pixels = new double[count * 2];
        double[] depth = new double[count];
        double[] point = new double[3];
        for (int i = 0; i < count; i++) {
            camera.toCamera(world[3 * i], world[3 * i + 1], world[3 * i + 2], point);
            if (!(point[2] > 0)) {
                throw new IllegalArgumentException(
                        "landmark " + i + " is at depth " + point[2] + " mm, behind the camera: move the camera away");
            }
            System.arraycopy(camera.pixel(point), 0, pixels, 2 * i, 2);
            depth[i] = point[2];
        }
        return new ProjectedLandmarks(world, pixels, depth);
    }

    int count() {
        return depth.length;
    }

    float[] pixelsAsFloats() {
        return toFloats(pixels);
    }

    float[] worldAsFloats() {
        return toFloats(world);
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
