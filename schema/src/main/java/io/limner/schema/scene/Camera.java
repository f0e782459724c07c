package io.limner.schema.scene;

/**
 * A camera: its lens, where it stands, and what light it sees.
 *
 * @param lens what projects
 * @param place where it stands and how it is held
 * @param spectrum what light its sensor takes
 */
public record Camera(Lens lens, Place place, Spectrum spectrum) {
    public Camera {
        Range.checkPresent("camera.lens", lens);
        Range.checkPresent("camera.place", place);
        Range.checkPresent("camera.spectrum", spectrum);
    }

    /**
     * A camera in front of the subject that looks along the world's -z axis through a lens without distortion.
     *
     * @param focalLength mm
     * @param sensorWidth mm
     * @param distance mm
     * @param offsetX fraction of the image's width
     * @param offsetY fraction of the image's height
     */
    public static Camera inFront(
            double focalLength, double sensorWidth, double distance, double offsetX, double offsetY) {
        return new Camera(
                new Lens(focalLength, sensorWidth, 8, Distortion.NONE),
                new Place(new Orbit(distance, 0, 0, 0), offsetX, offsetY),
                Spectrum.VISIBLE);
    }

    /** What light a sensor takes. */
    public enum Spectrum {
        VISIBLE,
        NEAR_INFRARED
    }

    /**
     * A lens and the sensor behind it.
     *
     * @param focalLength mm, 10 to 400
     * @param sensorWidth mm, 4 to 60; the sensor's height follows from the image's aspect
     * @param fNumber focal length over the diameter of the aperture, 1 to 64: how far the background is out of focus
     * @param distortion how it bends straight lines
     */
    public record Lens(double focalLength, double sensorWidth, double fNumber, Distortion distortion) {
        public Lens {
            Range.check("camera.focal_length", focalLength, 10, 400);
            Range.check("camera.sensor_width", sensorWidth, 4, 60);
            Range.check("camera.f_number", fNumber, 1, 64);
            Range.checkPresent("camera.distortion", distortion);
        }
    }

    /**
     * Coefficients of the Brown-Conrady model as OpenCV numbers them; {@code FORMAT.md} has the formula.
     *
     * @param k1 of the squared radius, -0.5 to 0.5
     * @param k2 of its square, -0.5 to 0.5
     * @param k3 of its cube, -0.5 to 0.5
     * @param p1 tangential, -0.05 to 0.05
     * @param p2 tangential, -0.05 to 0.05
     */
    public record Distortion(double k1, double k2, double k3, double p1, double p2) {
        /** A lens that keeps lines straight. */
        public static final Distortion NONE = new Distortion(0, 0, 0, 0, 0);

        public Distortion {
            Range.check("camera.k1", k1, -0.5, 0.5);
            Range.check("camera.k2", k2, -0.5, 0.5);
            Range.check("camera.k3", k3, -0.5, 0.5);
            Range.check("camera.p1", p1, -0.05, 0.05);
            Range.check("camera.p2", p2, -0.05, 0.05);
        }
    }

    /**
     * Where a camera stands and how it frames the subject.
     *
     * @param orbit where it stands
     * @param offsetX where the midpoint between the eyes of the upright head falls: fraction of the image's width right of the
     *     centre, before the lens distorts, -0.5 to 0.5
     * @param offsetY the same, fraction of the image's height below the centre, -0.5 to 0.5
     */
    public record Place(Orbit orbit, double offsetX, double offsetY) {
        public Place {
            Range.checkPresent("camera.orbit", orbit);
            Range.check("camera.offset_x", offsetX, -0.5, 0.5);
            Range.check("camera.offset_y", offsetY, -0.5, 0.5);
        }
    }

    /**
     * A place on a sphere about the midpoint between the eyes of the upright head.
     *
     * @param distance mm from the lens to that midpoint, 150 to 5000
     * @param azimuth degrees, 0 in front of the subject, positive to the subject's own left, -180 to 180
     * @param elevation degrees above the horizon, -60 to 80
     * @param roll turn about the optical axis, degrees, positive clockwise as the photographer sees it, -180 to 180
     */
    public record Orbit(double distance, double azimuth, double elevation, double roll) {
        public Orbit {
            Range.check("camera.distance", distance, 150, 5000);
            Range.check("camera.azimuth", azimuth, -180, 180);
            Range.check("camera.elevation", elevation, -60, 80);
            Range.check("camera.roll", roll, -180, 180);
        }
    }
}
