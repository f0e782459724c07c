package io.limner.schema.label;

/**
 * A camera: world point X (mm) to camera point C = R X + t (mm; x right, y down, z forward), then by the lens from (Cx/Cz, Cy/Cz) to
 * (x, y), then to the pixel u = fx x + cx, v = fy y + cy. Pixel coordinates are continuous with the image's top-left corner at (0, 0), so that the
 * centre of the first pixel is (0.5, 0.5).
 *
 * @param width image width in pixels
 * @param height image height in pixels
 * @param intrinsics focal lengths and principal point, pixels
 * @param lens how it bends straight lines
 * @param worldToCamera rigid transform, 4x4, row-major, 16 values
 */
public record CameraModel(int width, int height, Intrinsics intrinsics, LensModel lens, double[] worldToCamera) {
    public CameraModel {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture of " + width + " x " + height + " pixels has no pixels");
        }
        if (worldToCamera.length != 16) {
            throw new IllegalArgumentException(
                    "worldToCamera has " + worldToCamera.length + " values; it must have 16");
        }
    }

    /** A pinhole camera, which keeps lines straight. */
    public CameraModel(int width, int height, Intrinsics intrinsics, double[] worldToCamera) {
        this(width, height, intrinsics, LensModel.STRAIGHT, worldToCamera);
    }

    /** Focal lengths and principal point, pixels. */
    public record Intrinsics(double fx, double fy, double cx, double cy) {}

    /** Where the camera stands in the world, mm, 3 values: -R^T t. */
    public double[] position() {
        double[] m = worldToCamera;
        double[] position = new double[3];
        for (int i = 0; i < 3; i++) {
            position[i] = -(m[i] * m[3] + m[4 + i] * m[7] + m[8 + i] * m[11]);
        }
        return position;
    }

    /** The camera-space point (mm) of a world point (mm), written to {@code out}, 3 values. */
    public void toCamera(double x, double y, double z, double[] out) {
        double[] m = worldToCamera;
        out[0] = m[0] * x + m[1] * y + m[2] * z + m[3];
        out[1] = m[4] * x + m[5] * y + m[6] * z + m[7];
        out[2] = m[8] * x + m[9] * y + m[10] * z + m[11];
    }

    /** The pixel coordinates of a camera-space point, 2 values. */
    public double[] pixel(double[] camera) {
        double[] at = lens.distort(camera[0] / camera[2], camera[1] / camera[2]);
        return new double[] {intrinsics.fx * at[0] + intrinsics.cx, intrinsics.fy * at[1] + intrinsics.cy};
    }
}
