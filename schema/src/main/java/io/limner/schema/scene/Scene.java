package io.limner.schema.scene;

/**
 * Everything that decides what one sample shows. A scene is data: the picture and every label are pure functions of it and of
 * the image settings.
 *
 * @param subject who is drawn
 * @param hair hair of the scalp and the face
 * @param expression what the face does
 * @param head how the head is turned
 * @param gaze where the eyes look, relative to the head
 * @param wear what is worn
 * @param light environment and key light
 * @param camera the lens and where it stands
 * @param background what is seen behind the subject
 * @param capture what the sensor does to the picture
 */
public record Scene(
        Subject subject,
        Hair hair,
        Expression expression,
        Pose head,
        Gaze gaze,
        Wear wear,
        Light light,
        Camera camera,
        Background background,
        Capture capture) {
    public Scene {
        Range.checkPresent("subject", subject);
        Range.checkPresent("hair", hair);
        Range.checkPresent("expression", expression);
        Range.checkPresent("head", head);
        Range.checkPresent("gaze", gaze);
        Range.checkPresent("wear", wear);
        Range.checkPresent("light", light);
        Range.checkPresent("camera", camera);
        Range.checkPresent("background", background);
        Range.checkPresent("capture", capture);
    }
}
