package io.limner.renderer.label;

import static io.limner.schema.label.SegmentationClass.BROW;
import static io.limner.schema.label.SegmentationClass.CLOTHING;
import static io.limner.schema.label.SegmentationClass.HAIR;
import static io.limner.schema.label.SegmentationClass.MASK;
import static io.limner.schema.label.SegmentationClass.NECK;
import static io.limner.schema.label.SegmentationClass.SKIN;
import static io.limner.schema.label.SegmentationClass.UPPER_LIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.limner.renderer.Designs;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.frame.Frame.Size;
import io.limner.renderer.head.Anchors;
import io.limner.renderer.head.Cover;
import io.limner.renderer.head.Deformed;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Lens;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;
import io.limner.renderer.head.Worn;
import io.limner.renderer.look.Setting;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.HiddenBy;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.Labels;
import io.limner.schema.sample.Labels.Box;
import io.limner.schema.sample.Labels.Points;
import io.limner.schema.scene.Camera;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wall in front of or behind landmarks whose place in the picture is known. */
final class FaceLabelsTest {
    private static final int SIDE = 200;
    private static final double DISTANCE = 1000;

    /** One pixel a millimetre at the origin: a landmark at (x, y) mm is at pixel (100 + x, 100 - y). */
    private static final CameraModel CAMERA = CameraModels.of(
            Camera.inFront(180, 36, DISTANCE, 0, 0), new ImageSettings(SIDE, SIDE, ImageFormat.PNG, 95));

    private final byte[] classes = new byte[SIDE * SIDE];
    private final double[] landmarks = new double[204];
    private Mesh wall = Worn.NOTHING.mesh();
    private Lens lens;
    private Scene scene = Designs.of("defaults: neutral").scene(0);

    @Test
    void landmarksAreProjectedAndKept() {
        put(0, 10.25, -20.5);
        Labels labels = labels();
        assertThat(labels.landmarks().points2d()[0]).isEqualTo(110.25f);
        assertThat(labels.landmarks().points2d()[1]).isEqualTo(120.5f);
        assertThat(labels.landmarks().points3d()).startsWith(10.25f, -20.5f, 0);
        assertThat(labels.landmarks().points2d()).hasSize(136);
        assertThat(labels.landmarks().points3d()).hasSize(204);
        assertThat(labels.landmarks().visibility()).hasSize(68);
    }

    @Test
    void insideMeansFromZeroToJustBelowTheSize() {
        put(0, -100, 100);
        put(1, -100.01, 0);
        put(2, 99.99, -99.99);
        put(3, 100, 0);
        put(4, 0, -100);
        put(5, 0, 100.01);
        assertThat(visibility(0, 1, 2, 3, 4, 5)).containsExactly(2, 0, 2, 0, 0, 0);
    }

    @Test
    void hiddenBehindAWallVisibleOnItOrBeforeIt() {
        wall(0, SIDE, DISTANCE - 2, SKIN);
        assertThat(visibility(0)).containsExactly(2);
        wall(0, SIDE, DISTANCE - 4, SKIN);
        assertThat(visibility(0)).containsExactly(1);
        wall(0, SIDE, DISTANCE + 50, SKIN);
        assertThat(visibility(0)).containsExactly(2);
    }

    @Test
    void visibleOnASteepSlope() {
        double x = 0.3;
        wall = quad(new double[] {x - 10, -100, 200, x + 10, -100, -200, x + 10, 100, -200, x - 10, 100, 200}, SKIN);
        put(0, x, 0);
        assertThat(visibility(0)).containsExactly(2);
        landmarks[2] = -3;
        assertThat(visibility(0)).containsExactly(1);
    }

    @Test
    void anEdgeHidesToItsVeryEnd() {
        wall(0, 100, DISTANCE - 30, SKIN);
        put(0, -0.01, 0);
        put(1, 0.01, 0);
        assertThat(visibility(0, 1)).containsExactly(1, 2);
    }

    @Test
    void onlyTheOutsideOfASurfaceHides() {
        wall(SIDE, 0, DISTANCE - 30, SKIN);
        assertThat(visibility(0)).containsExactly(2);
    }

    @Test
    void browsAndLashesAreLookedThrough() {
        wall(0, SIDE, DISTANCE - 8, BROW);
        assertThat(visibility(19)).containsExactly(2);
        wall(0, SIDE, DISTANCE - 20, BROW);
        assertThat(visibility(19)).containsExactly(1);
    }

    @Test
    void lipsMayBulgeBeforeMouthPointsOnly() {
        wall(0, SIDE, DISTANCE - 5, UPPER_LIP);
        assertThat(visibility(33, 48, 62)).containsExactly(1, 2, 2);
    }

    @Test
    void whatIsWornHidesWhatItTouches() {
        wall(0, SIDE, DISTANCE - 0.01, MASK);
        assertThat(labels().landmarks().fixed().hiddenBy()[0]).isEqualTo((byte) HiddenBy.WEAR.code());
        wall(0, SIDE, DISTANCE + 0.01, MASK);
        assertThat(visibility(0)).containsExactly(2);
    }

    @Test
    void lidsHideThePupilThatTheyTouch() {
        wall(0, SIDE, DISTANCE - 1, SKIN);
        Points dense = labels().landmarks().dense();
        assertThat(dense.visibility()[DenseLandmarks.ON_SKIN]).isEqualTo((byte) 1);
        assertThat(dense.visibility()[0]).isEqualTo((byte) 2);
    }

    @Test
    void theSizeOfThePictureHidesNothing() {
        wall(0, 100, DISTANCE - 30, SKIN);
        put(0, -0.3, 0);
        put(1, 0.3, 0);
        CameraModel small = CameraModels.of(
                Camera.inFront(180, 36, DISTANCE, 0, 0), new ImageSettings(20, 20, ImageFormat.PNG, 95));
        Frame frame = new Frame(new Size(20, 20), new byte[1200], new byte[400], new float[400], new byte[1200]);
        assertThat(FaceLabels.of(face(), small, frame, LabelKind.standard())
                        .landmarks()
                        .visibility())
                .startsWith(1, 2);
    }

    @Test
    void aDarkLensHidesWithinItsOutline() {
        lens = new Lens(
                new double[] {20, 0, 50},
                new double[] {1, 0, 0},
                new double[] {0, 1, 0},
                new Lens.Outline(20, 10, 2, 0, 0));
        put(0, 20 / 0.95 + 19.9 / 0.95, 0);
        put(1, 20 / 0.95 + 20.1 / 0.95, 0);
        put(2, 20 / 0.95, 9.9 / 0.95);
        put(3, 20 / 0.95, -10.1 / 0.95);
        assertThat(visibility(0, 1, 2, 3)).containsExactly(2, 2, 2, 2);
        scene = dark();
        assertThat(visibility(0, 1, 2, 3)).containsExactly(1, 2, 1, 2);
    }

    @Test
    void faceBoxBoundsThePointsInsideTheImage() {
        for (int i = 0; i < 68; i++) {
            put(i, i % 8 * 5, i);
        }
        put(67, 30, 120);
        Box face = labels().boxes().face();
        assertThat(new float[] {face.x(), face.y(), face.width(), face.height()})
                .containsExactly(100, 0, 35, 100);
    }

    @Test
    void noFaceBoxIfNoneOfItIsInTheImage() {
        for (int i = 0; i < 68; i++) {
            put(i, 150 + i, i);
        }
        assertThat(labels().boxes().face()).isNull();
    }

    @Test
    void headBoxBoundsHeadPixelsWithoutNeckAndClothing() {
        assertThat(labels().boxes().head()).isNull();
        classes[30 * SIDE + 40] = (byte) HAIR.code();
        classes[90 * SIDE + 20] = (byte) SKIN.code();
        classes[150 * SIDE + 10] = (byte) NECK.code();
        classes[199 * SIDE + 199] = (byte) CLOTHING.code();
        assertThat(labels().boxes().head()).isEqualTo(new Box(20, 30, 21, 61));
    }

    @Test
    void eyesAndHeadAreThoseOfTheAnchors() {
        Labels labels = labels();
        assertThat(labels.eyes().leftCenter()).containsExactly(32, 0, -10);
        assertThat(labels.eyes().rightCenter()).containsExactly(-32, 0, -10);
        assertThat(labels.eyes().leftGaze()).containsExactly(0, 0, 1);
        assertThat(labels.eyes().rightGaze()).containsExactly(0.6, 0, 0.8);
        assertThat(labels.head().yaw()).isCloseTo(0, within(1e-12));
        assertThat(labels.camera()).isSameAs(CAMERA);
    }

    @Test
    void refusesAnotherSizeAndPointsBehindTheCamera() {
        Frame tiny = new Frame(new Size(1, 1), new byte[3], new byte[1], new float[1], new byte[3]);
        assertThatThrownBy(() -> FaceLabels.of(face(), CAMERA, tiny, LabelKind.standard()))
                .hasMessage("the camera takes pictures of 200x200, the frame has 1x1");
        landmarks[3 * 7 + 2] = DISTANCE + 1;
        assertThatThrownBy(this::labels).hasMessageContaining("landmark 7 is at depth -1.0 mm");
    }

    private void put(int landmark, double x, double y) {
        landmarks[3 * landmark] = x;
        landmarks[3 * landmark + 1] = y;
    }

    /** A wall before the pixels of the columns from {@code from} to {@code to}. */
    private void wall(int from, int to, double distance, SegmentationClass shown) {
        double left = (from - 100) * distance / DISTANCE;
        double right = (to - 100) * distance / DISTANCE;
        double z = DISTANCE - distance;
        wall = quad(new double[] {left, -200, z, right, -200, z, right, 200, z, left, 200, z}, shown);
    }

    private static Mesh quad(double[] corners, SegmentationClass shown) {
        byte code = (byte) shown.code();
        return new Mesh(
                new Topology(
                        new int[] {0, 1, 2, 0, 2, 3},
                        new byte[] {code, code},
                        new float[8],
                        new float[12],
                        new float[4]),
                corners,
                new float[12]);
    }

    private int[] visibility(int... which) {
        byte[] all = labels().landmarks().visibility();
        return Arrays.stream(which).map(i -> all[i]).toArray();
    }

    private Labels labels() {
        byte[] unused = new byte[SIDE * SIDE * 3];
        return FaceLabels.of(
                face(),
                CAMERA,
                new Frame(new Size(SIDE, SIDE), unused, classes, new float[SIDE * SIDE], unused),
                EnumSet.allOf(LabelKind.class));
    }

    private Face face() {
        Mesh none = Worn.NOTHING.mesh();
        Worn worn = new Worn(none, new float[0], 0, lens == null ? List.of() : List.of(lens), Cover.NONE);
        return new Face(scene, Setting.PROCEDURAL, new Deformed(null, wall, anchors()), Strands.none(none), worn);
    }

    private static Scene dark() {
        return Designs.of(
                        "defaults: neutral",
                        "parameters: { wear.glasses: { fixed: round }, wear.glasses_tint: { fixed: 0.9 } }")
                .scene(0);
    }

    private Anchors anchors() {
        double[] identity = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
        Anchors.Eye left = new Anchors.Eye(new double[] {32, 0, -10}, 12, new double[] {0, 0, 1});
        Anchors.Eye right = new Anchors.Eye(new double[] {-32, 0, -10}, 12, new double[] {0.6, 0, 0.8});
        Anchors.Points points =
                new Anchors.Points(landmarks, new double[3 * DenseLandmarks.COUNT], Arrays.copyOf(landmarks, 3 * 17));
        return new Anchors(points, identity, left, right, new double[52]);
    }
}
