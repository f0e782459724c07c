package io.limner.renderer.label;

import io.limner.schema.label.CameraModel;
import io.limner.schema.label.CameraModel.Intrinsics;
import io.limner.schema.scene.Camera;
import io.limner.schema.spec.ImageSettings;

/** From the lens and the place of a scene's camera to the numbers that project a point. */
public final class CameraModels {
    private CameraModels() {}

    /**
     * The camera of a scene for an image of a given size. It looks along the world's -z axis and so sees world x to the right and
     * world y up. The principal point is the image's centre; the offset of the face in the picture comes from moving the camera
     * sideways, as a photographer would, and not from shifting the lens.
     *
     * @param camera lens and place
     * @param image its size in pixels
     */
    public static CameraModel of(Camera camera, ImageSettings image) {
        double focal = camera.focalLength() / camera.sensorWidth() * image.width();
        double shiftX = image.width() * camera.offsetX() * camera.distance() / focal;
        double shiftY = image.height() * camera.offsetY() * camera.distance() / focal;
        // Rows: (1, 0, 0, shiftX), (0, -1, 0, shiftY), (0, 0, -1, distance), (0, 0, 0, 1).
        double[] worldToCamera = new double[16];
        worldToCamera[0] = 1;
        worldToCamera[3] = shiftX;
        worldToCamera[5] = -1;
        worldToCamera[7] = shiftY;
        worldToCamera[10] = -1;
        worldToCamera[11] = camera.distance();
        worldToCamera[15] = 1;
        Intrinsics intrinsics = new Intrinsics(focal, focal, image.width() / 2.0, image.height() / 2.0);
        return new CameraModel(image.width(), image.height(), intrinsics, worldToCamera);
    }
}
