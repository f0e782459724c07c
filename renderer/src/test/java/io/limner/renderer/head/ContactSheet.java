package io.limner.renderer.head;

import io.limner.schema.scene.Background;
import io.limner.schema.scene.Camera;
import io.limner.schema.scene.Capture;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Light;
import io.limner.schema.scene.Pose;
import io.limner.schema.scene.Scene;
import io.limner.schema.scene.Subject;
import io.limner.schema.scene.Wear;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws sheets of heads into a folder (default {@code target/head}), so that people can judge the geometry by eye. */
public final class ContactSheet {
    private static final Subject.Makeup NO_MAKEUP = new Subject.Makeup(
            new Subject.Lipstick(0, Subject.LipstickColor.RED),
            new Subject.EyeShadow(0, Subject.EyeShadowColor.BROWN),
            0,
            0);

    private ContactSheet() {}

    public static void main(String[] arguments) throws IOException {
        File folder = new File(arguments.length > 0 ? arguments[0] : "target/head");
        folder.mkdirs();
        HeadModel model = new HeadModel(HeadPack.get());
        List<BufferedImage> people = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            people.add(draw(model, person(i), 300, 300, -20, false, false));
        }
        write(people, 8, new File(folder, "people.png"));
        List<BufferedImage> faces = new ArrayList<>();
        for (int who = 0; who < 2; who++) {
            for (Expression.Preset preset : Expression.Preset.values()) {
                Scene scene = scene(
                        person(who + 3).subject(), new Expression(preset, 1), new Pose(-12, 0, 0), new Gaze(0, 0));
                faces.add(draw(model, scene, 400, 190, -35, false, false));
            }
        }
        write(faces, 4, new File(folder, "expressions.png"));
        List<BufferedImage> poses = new ArrayList<>();
        for (Pose pose : List.of(
                new Pose(0, 0, 0),
                new Pose(45, 0, 0),
                new Pose(-75, 0, 0),
                new Pose(0, 30, 0),
                new Pose(0, -30, 0),
                new Pose(0, 0, 30),
                new Pose(60, 25, -20),
                new Pose(-90, 0, 0))) {
            Scene scene = scene(neutral(), new Expression(Expression.Preset.NEUTRAL, 0), pose, new Gaze(0, 0));
            poses.add(draw(model, scene, 400, 460, -90, false, false));
        }
        write(poses, 4, new File(folder, "poses.png"));
        List<BufferedImage> marks = new ArrayList<>();
        for (double yaw : new double[] {0, 45, -45}) {
            Scene scene =
                    scene(neutral(), new Expression(Expression.Preset.NEUTRAL, 0), new Pose(yaw, 0, 0), new Gaze(0, 0));
            marks.add(draw(model, scene, 900, 200, -35, true, true));
        }
        write(marks, 3, new File(folder, "landmarks.png"));
        List<BufferedImage> zones = new ArrayList<>();
        for (double yaw : new double[] {0, 50, -85}) {
            Scene scene =
                    scene(neutral(), new Expression(Expression.Preset.NEUTRAL, 0), new Pose(yaw, 0, 0), new Gaze(0, 0));
            zones.add(draw(model, scene, 600, 330, -50, true, false));
        }
        Scene open =
                scene(neutral(), new Expression(Expression.Preset.MOUTH_OPEN, 1), new Pose(0, -10, 0), new Gaze(0, 0));
        zones.add(draw(model, open, 600, 120, -70, true, false));
        write(zones, 4, new File(folder, "classes.png"));
        List<BufferedImage> looks = new ArrayList<>();
        for (Gaze gaze : List.of(
                new Gaze(0, 0),
                new Gaze(30, 0),
                new Gaze(-30, 0),
                new Gaze(0, 22),
                new Gaze(0, -22),
                new Gaze(20, 10))) {
            Scene scene = scene(neutral(), new Expression(Expression.Preset.NEUTRAL, 0), new Pose(0, 0, 0), gaze);
            looks.add(draw(model, scene, 500, 110, 0, false, false));
        }
        for (Pose pose : List.of(new Pose(55, 0, 0), new Pose(0, -30, 0))) {
            Scene scene = scene(neutral(), new Expression(Expression.Preset.NEUTRAL, 0), pose, new Gaze(0, 0));
            looks.add(draw(model, scene, 500, 110, 0, false, false));
        }
        write(looks, 4, new File(folder, "gaze.png"));
    }

    static Subject neutral() {
        return new Subject(
                25,
                Subject.Sex.FEMALE,
                new Subject.Ancestry(1, 1, 1),
                new Subject.Identity(0, 0, 0.5, 1, Subject.Head.MAKEHUMAN),
                new Subject.Complexion(4, new Subject.Skin(0, 0, 1, 0.3), Subject.EyeColor.BROWN, NO_MAKEUP));
    }

    /** A random person; the first eight show ages and archetypes. */
    static Scene person(int i) {
        Random random = new Random(i);
        double age = i < 8 ? new double[] {4, 9, 15, 25, 25, 45, 65, 85}[i] : 18 + 60 * random.nextDouble();
        Subject.Sex sex = i % 2 == 0 ? Subject.Sex.FEMALE : Subject.Sex.MALE;
        Subject.Ancestry ancestry = new Subject.Ancestry(
                i % 3 == 0 ? 1 : 0.2 * random.nextDouble(),
                i % 3 == 1 ? 1 : 0.2 * random.nextDouble(),
                i % 3 == 2 ? 1 : 0.2 * random.nextDouble());
        Subject.Identity identity =
                new Subject.Identity(1000 + i, 1, 0.2 + 0.6 * random.nextDouble(), 1, Subject.Head.MAKEHUMAN);
        Subject subject = new Subject(age, sex, ancestry, identity, neutral().complexion());
        return scene(
                subject,
                new Expression(Expression.Preset.NEUTRAL, 0),
                new Pose(random.nextInt(50) - 25, 0, 0),
                new Gaze(0, 0));
    }

    static Scene scene(Subject subject, Expression expression, Pose pose, Gaze gaze) {
        return new Scene(
                subject,
                new Hair(
                        Hair.Scalp.of(Hair.Style.BALD),
                        new Hair.Shade(Hair.Color.BROWN, 60),
                        0.5,
                        Hair.Facial.SHAVED,
                        0),
                expression,
                pose,
                gaze,
                Wear.shirt(new Wear.Clothing(Wear.Cut.CREW_NECK, Wear.Pattern.PLAIN, 0, 0, 0.5)),
                new Light(
                        new Light.Surroundings(Light.Environment.STUDIO, 0, 0),
                        1,
                        6500,
                        new Light.Key(0, 0, 1, 6500, 2)),
                Camera.inFront(50, 36, 1000, 0, 0),
                new Background(Background.Style.PLAIN, 0),
                Capture.IDEAL);
    }

    private static BufferedImage draw(
            HeadModel model, Scene scene, int size, double span, double center, boolean flat, boolean dots) {
        Deformed head = model.deform(scene);
        SoftwareView view = new SoftwareView(size, span, center);
        view.draw(head.head(), flat);
        if (dots) {
            view.dots(head.anchors().landmarks(), 0x00FF00);
        }
        return view.image();
    }

    private static void write(List<BufferedImage> tiles, int columns, File file) throws IOException {
        int size = tiles.get(0).getWidth();
        int rows = (tiles.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(size * columns, size * rows, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < tiles.size(); i++) {
            sheet.getGraphics().drawImage(tiles.get(i), i % columns * size, i / columns * size, null);
        }
        ImageIO.write(sheet, "png", file);
    }
}
