package io.limner.schema.scene;

/**
 * A pinhole camera that stands in front of the subject and looks along the world's -z axis.
 *
 * @param focalLength mm
 * @param sensorWidth mm; the sensor's height follows from the image's aspect
 * @param distance mm from the lens to the midpoint between the eyes of the upright head
 * @param offsetX where that midpoint falls: fraction of the image's width right of the centre
 * @param offsetY the same, fraction of the image's height below the centre
 */
public record Camera(double focalLength, double sensorWidth, double distance, double offsetX, double offsetY) {}
