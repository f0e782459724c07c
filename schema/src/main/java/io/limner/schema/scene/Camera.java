package io.limner.schema.scene;

/**
 * A pinhole camera that stands in front of the subject and looks along the world's -z axis.
 *
 * @param focalLength mm, 10 to 400
 * @param sensorWidth mm, 4 to 60; the sensor's height follows from the image's aspect
 * @param distance mm from the lens to the midpoint between the eyes of the upright head, 150 to 5000
 * @param offsetX where that midpoint falls: fraction of the image's width right of the centre, -0.5 to 0.5
 * @param offsetY the same, fraction of the image's height below the centre, -0.5 to 0.5
 */
public record Camera(double focalLength, double sensorWidth, double distance, double offsetX, double offsetY) {
    public Camera {
        Range.check("camera.focal_length", focalLength, 10, 400);
        Range.check("camera.sensor_width", sensorWidth, 4, 60);
        Range.check("camera.distance", distance, 150, 5000);
        Range.check("camera.offset_x", offsetX, -0.5, 0.5);
        Range.check("camera.offset_y", offsetY, -0.5, 0.5);
    }
}
