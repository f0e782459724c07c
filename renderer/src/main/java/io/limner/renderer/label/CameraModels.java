package io.limner.renderer.label;

import io.limner.schema.label.CameraModel;
import io.limner.schema.label.CameraModel.Intrinsics;
import io.limner.schema.label.LensModel;
import io.limner.schema.scene.Camera;
import io.limner.schema.scene.Camera.Distortion;
import io.limner.schema.scene.Camera.Orbit;
import io.limner.schema.spec.ImageSettings;

/** From the lens and the place of a scene's camera to the numbers that project a point. */
public final class CameraModels {
    /** How steeply the distorted radius must still grow with the radius, for a lens to be followed so far out. */
    private static final double LEAST_SLOPE = 0.2;

    /** No lens is followed farther out than this radius: 84 degrees off its axis. */
    private static final double LARGEST_RADIUS = 10;

    private CameraModels() {}

    /**
     * The camera of a scene for an image of a given size. It stands on its orbit and looks at the midpoint between the eyes of the
     * upright head; without orbit and roll it sees world x to the right and world y up. The principal point is the image's centre; the
     * offset of the face in the picture comes from moving the camera sideways, as a photographer would, and not from shifting the lens.
     *
     * @param camera lens and place
     * @param image its size in pixels
     * @throws IllegalArgumentException if the lens distorts so much that some pixel sees nothing
     */
    public static CameraModel of(Camera camera, ImageSettings image) {
        Camera.Place place = camera.place();
        double focal = camera.lens().focalLength() / camera.lens().sensorWidth() * image.width();
        Orbit orbit = place.orbit();
        double[] shift = {
            image.width() * place.offsetX() * orbit.distance() / focal,
            image.height() * place.offsetY() * orbit.distance() / focal,
            orbit.distance()
        };
        double[][] axes = axes(orbit);
        double[] worldToCamera = new double[16];
        for (int row = 0; row < 3; row++) {
            System.arraycopy(axes[row], 0, worldToCamera, 4 * row, 3);
            worldToCamera[4 * row + 3] = shift[row];
        }
        worldToCamera[15] = 1;
        Intrinsics intrinsics = new Intrinsics(focal, focal, image.width() / 2.0, image.height() / 2.0);
        LensModel lens = lens(camera);
        if (!lens.straight()) {
            checkBorder(lens, intrinsics);
        }
        return new CameraModel(image.width(), image.height(), intrinsics, lens, worldToCamera);
    }

    /** Right, down and forward in the world. */
    private static double[][] axes(Orbit orbit) {
        double sinA = StrictMath.sin(StrictMath.toRadians(orbit.azimuth()));
        double cosA = StrictMath.cos(StrictMath.toRadians(orbit.azimuth()));
        double sinE = StrictMath.sin(StrictMath.toRadians(orbit.elevation()));
        double cosE = StrictMath.cos(StrictMath.toRadians(orbit.elevation()));
        double sinR = StrictMath.sin(StrictMath.toRadians(orbit.roll()));
        double cosR = StrictMath.cos(StrictMath.toRadians(orbit.roll()));
        double[] right = {cosA, 0, -sinA};
        double[] down = {sinE * sinA, -cosE, sinE * cosA};
        return new double[][] {
            sum(right, cosR, down, sinR), sum(right, -sinR, down, cosR), {-cosE * sinA, -sinE, -cosE * cosA}
        };
    }

    private static double[] sum(double[] a, double p, double[] b, double q) {
        return new double[] {p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]};
    }

    /** The lens, followed out to where its polynomial would begin to fold. */
    /** The lens of a camera. */
    public static LensModel lens(Camera camera) {
        Distortion d = camera.lens().distortion();
        if (d.equals(Distortion.NONE)) {
            return LensModel.STRAIGHT;
        }
        double step = 0.01;
        double r = 0;
        while (r < LARGEST_RADIUS && slope(d, (r + step) * (r + step)) >= LEAST_SLOPE) {
            r += step;
        }
        return new LensModel(d.k1(), d.k2(), d.k3(), d.p1(), d.p2(), r * r);
    }

    /** By how much the distorted radius grows with the radius. */
    private static double slope(Distortion d, double r2) {
        return 1 + r2 * (3 * d.k1() + r2 * (5 * d.k2() + r2 * 7 * d.k3()));
    }

    private static void checkBorder(LensModel lens, Intrinsics k) {
        double right = (k.cx() + 1) / k.fx();
        double bottom = (k.cy() + 1) / k.fy();
        for (int i = -4; i <= 4; i++) {
            try {
                for (int side = -1; side <= 1; side += 2) {
                    lens.undistort(i / 4.0 * right, side * bottom);
                    lens.undistort(side * right, i / 4.0 * bottom);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "the lens folds the picture's border: camera.k1 = " + lens.k1() + ", k2 = " + lens.k2()
                                + ", k3 = "
                                + lens.k3() + ", p1 = " + lens.p1() + ", p2 = " + lens.p2()
                                + " are too much for this focal length; use smaller ones or a longer lens",
                        e);
            }
        }
    }
}
