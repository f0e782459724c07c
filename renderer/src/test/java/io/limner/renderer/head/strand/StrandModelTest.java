package io.limner.renderer.head.strand;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.Strands;
import io.limner.renderer.head.Topology;
import io.limner.renderer.label.CameraModels;
import io.limner.schema.label.CameraModel;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hair, brows and lashes as geometry. */
class StrandModelTest {
    private static final FaceModel MODEL = FaceModel.shared();
    /** Fine enough for all strands; nothing is drawn here. */
    private static final ImageSettings IMAGE = new ImageSettings(1024, 1024, ImageFormat.PNG, 100);

    private static CameraModel camera(Scene scene) {
        return CameraModels.of(scene.camera(), IMAGE);
    }

    private static Face face(Scene scene) {
        return MODEL.face(scene, camera(scene));
    }

    /** Sample {@code id} of a varied population with the given parameters. */
    private static Scene scene(int id, String... parameters) {
        return Designs.of("parameters:\n  " + String.join("\n  ", parameters)).scene(id);
    }

    private static String style(Hair.Style style) {
        return "hair.style: { fixed: " + style.name().toLowerCase(Locale.ROOT) + " }";
    }

    private static int triangles(Mesh strands, SegmentationClass kind) {
        int count = 0;
        for (byte code : strands.topology().classes()) {
            count += code == kind.code() ? 1 : 0;
        }
        return count;
    }

    @Test
    void theSameSceneGrowsTheSameStrandsAndAnotherSeedOthers() {
        Mesh first = face(scene(1, "hair.seed: { fixed: 3 }")).strands().mesh();
        Mesh again = face(scene(1, "hair.seed: { fixed: 3 }")).strands().mesh();
        Mesh other = face(scene(1, "hair.seed: { fixed: 4 }")).strands().mesh();
        assertThat(again.positions()).isEqualTo(first.positions());
        assertThat(again.normals()).isEqualTo(first.normals());
        assertThat(again.topology().triangles()).isEqualTo(first.topology().triangles());
        assertThat(again.topology().classes()).isEqualTo(first.topology().classes());
        assertThat(other.positions()).isNotEqualTo(first.positions());
    }

    @Test
    void aBaldHeadHasBrowsAndLashesAlone() {
        Mesh strands = face(scene(2, style(Hair.Style.BALD))).strands().mesh();
        assertThat(triangles(strands, SegmentationClass.HAIR)).isZero();
        assertThat(triangles(strands, SegmentationClass.BROW)).isPositive();
        assertThat(triangles(strands, SegmentationClass.LASH)).isPositive();
    }

    @Test
    void aCoarsePictureHasFewerAndWiderStrands() {
        Scene scene = shortHairAndBeard();
        ImageSettings coarse = new ImageSettings(128, 128, ImageFormat.PNG, 100);
        Mesh few = MODEL.face(scene, CameraModels.of(scene.camera(), coarse))
                .strands()
                .mesh();
        Mesh all = face(scene).strands().mesh();
        for (SegmentationClass kind : List.of(SegmentationClass.BROW, SegmentationClass.FACIAL_HAIR)) {
            assertThat(triangles(few, kind))
                    .as("triangles of %s", kind)
                    .isBetween(triangles(all, kind) / 3, 2 * triangles(all, kind) / 3);
        }
        assertThat(width(few, SegmentationClass.FACIAL_HAIR))
                .isGreaterThan(1.4 * width(all, SegmentationClass.FACIAL_HAIR));
        assertThat(face(scene).strands().shown()).isGreaterThan(4 * shown(scene, coarse) / 3);
        // From where pixels are fine, more of them change nothing.
        assertThat(shown(scene, new ImageSettings(2048, 2048, ImageFormat.PNG, 100)))
                .isEqualTo(face(scene).strands().shown());
    }

    @Test
    void aMiddlingPictureHasFewerLocksButAllOfBrowsAndBeard() {
        Scene scene = shortHairAndBeard();
        ImageSettings middling = new ImageSettings(256, 256, ImageFormat.PNG, 100);
        ImageSettings fine = new ImageSettings(1024, 1024, ImageFormat.PNG, 100);
        Mesh few = MODEL.face(scene, CameraModels.of(scene.camera(), middling))
                .strands()
                .mesh();
        Mesh all = MODEL.face(scene, CameraModels.of(scene.camera(), fine))
                .strands()
                .mesh();
        for (SegmentationClass kind : List.of(SegmentationClass.BROW, SegmentationClass.FACIAL_HAIR)) {
            assertThat(triangles(few, kind)).as("triangles of %s", kind).isEqualTo(triangles(all, kind));
        }
        assertThat(triangles(few, SegmentationClass.HAIR)).isLessThan(9 * triangles(all, SegmentationClass.HAIR) / 10);
        assertThat(width(few, SegmentationClass.HAIR)).isGreaterThan(1.2 * width(all, SegmentationClass.HAIR));
    }

    private static Scene shortHairAndBeard() {
        return scene(
                3,
                style(Hair.Style.SHORT),
                "wear.headwear: { fixed: none }",
                "hair.facial_style: { fixed: short_beard }",
                "hair.facial_length: { fixed: 1 }");
    }

    private static int shown(Scene scene, ImageSettings image) {
        return MODEL.face(scene, CameraModels.of(scene.camera(), image))
                .strands()
                .shown();
    }

    /** Half the width of the widest strand, mm. */
    private static double width(Mesh strands, SegmentationClass kind) {
        double most = 0;
        for (int t = 0; t < strands.topology().triangleCount(); t++) {
            if (strands.topology().classes()[t] == kind.code()) {
                int v = strands.topology().triangles()[3 * t];
                most = Math.max(most, Math.abs(strands.topology().rest()[3 * v + 1]));
            }
        }
        return most;
    }

    @Test
    void denserBrowsHaveMoreHairs() {
        int none = brows(0);
        int half = brows(0.5);
        int full = brows(1);
        assertThat(none).isPositive().isLessThan(half / 3);
        assertThat(half).isLessThan(3 * full / 4);
    }

    private static int brows(double density) {
        return triangles(
                face(scene(2, "hair.brow_density: { fixed: " + density + " }"))
                        .strands()
                        .mesh(),
                SegmentationClass.BROW);
    }

    @ParameterizedTest
    @EnumSource(value = Hair.Style.class, mode = EnumSource.Mode.EXCLUDE, names = "BALD")
    void hairGrowsOutOfTheScalpAndNotIntoTheHead(Hair.Style style) {
        for (int id = 0; id < 2; id++) {
            Face face = face(scene(id, style(style)));
            HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
            HeadNeighbours head = new HeadNeighbours(face.head());
            Mesh hair = face.strands().mesh();
            int roots = 0;
            int bare = 0;
            int points = 0;
            int inside = 0;
            double deepest = 0;
            int vertices = hairVertices(face.strands());
            for (int v = 0; v < vertices; v += 2) {
                double[] p = middle(hair, v);
                if (hair.topology().rest()[3 * v] == 0 && style == Hair.Style.AFRO) {
                    roots++; // They begin in the hair.
                } else if (hair.topology().rest()[3 * v] == 0) {
                    int skin = head.nearest(p);
                    roots++;
                    bare += MODEL.surface().regions().scalp(skin) > 0 ? 0 : 1;
                    assertThat(head.depth(p)).as("root below the skin, mm").isBetween(-2.5, 2.5);
                } else if (head(frame, p)) {
                    double depth = head.depth(p);
                    points++;
                    inside += depth > 2 ? 1 : 0;
                    deepest = Math.max(deepest, depth);
                }
            }
            assertThat(roots).isGreaterThan(400);
            assertThat(bare).as("roots off the scalp, of %s", roots).isLessThan(roots / 50);
            assertThat(inside).as("points below the skin, of %s", points).isLessThanOrEqualTo(points / 500);
            assertThat(deepest).as("the deepest of them, mm").isLessThan(7);
        }
    }

    /** Long hair may fall into the shoulders, but not into what is above them. */
    private static boolean head(HeadFrame frame, double[] p) {
        double[] at = new double[3];
        frame.toHead(p, 0, at);
        return at[1] > -90;
    }

    /** Locks come first in the mesh; their vertices come in pairs, one on each side of a ribbon. */
    private static int hairVertices(Strands strands) {
        Topology topology = strands.mesh().topology();
        int[] triangles = topology.triangles();
        int last = -1;
        for (int t = 0; t < strands.firstCaster(); t++) {
            if (topology.classes()[t] == SegmentationClass.HAIR.code()) {
                last = Math.max(last, Math.max(triangles[3 * t], Math.max(triangles[3 * t + 1], triangles[3 * t + 2])));
            }
        }
        return last + 1;
    }

    private static double[] middle(Mesh mesh, int v) {
        double[] p = new double[3];
        for (int k = 0; k < 3; k++) {
            p[k] = (mesh.positions()[3 * v + k] + mesh.positions()[3 * v + 3 + k]) / 2;
        }
        return p;
    }

    @ParameterizedTest
    @EnumSource(
            value = Hair.Style.class,
            names = {"BUZZ", "SHORT", "SIDE_PART", "AFRO"})
    void shortHairLeavesTheEyesFree(Hair.Style style) {
        for (int id = 0; id < 6; id++) {
            Face face = face(scene(
                    id, style(style), "head.yaw: { fixed: 0 }", "head.pitch: { fixed: 0 }", "head.roll: { fixed: 0 }"));
            HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
            double[] p = new double[3];
            int covering = 0;
            int vertices = hairVertices(face.strands());
            for (int v = 0; v < vertices; v++) {
                frame.toHead(face.strands().mesh().positions(), 3 * v, p);
                covering += p[2] > 0 && Math.abs(p[1]) < 14 && Math.abs(p[0]) < 50 ? 1 : 0;
            }
            assertThat(covering).as("hair before the eyes of sample %s", id).isZero();
        }
    }

    @Test
    void ribbonsTurnTheirFlatSideToTheCamera() {
        for (Hair.Style style : EnumSet.of(Hair.Style.LONG, Hair.Style.SHORT)) {
            Scene scene = scene(3, style(style), "head.yaw: { fixed: 40 }");
            double[] eye = camera(scene).position();
            Strands all = face(scene).strands();
            Mesh strands = all.mesh();
            double worst = 0;
            for (int v = 0; v < hairVertices(all); v += 2) {
                if (strands.topology().rest()[3 * v] == 1) {
                    continue; // A tip has no width.
                }
                double[] middle = middle(strands, v);
                double[] side = new double[3];
                double[] view = new double[3];
                for (int k = 0; k < 3; k++) {
                    side[k] = strands.positions()[3 * v + 3 + k] - strands.positions()[3 * v + k];
                    view[k] = eye[k] - middle[k];
                }
                Vectors.normalize(side);
                Vectors.normalize(view);
                worst = Math.max(worst, Math.abs(Vectors.dot(side, view)));
            }
            assertThat(worst)
                    .as("cosine between a ribbon's width and the line of sight")
                    .isLessThan(1e-4);
        }
    }

    /** Shadows fall where they fall, whoever looks. */
    @ParameterizedTest
    @EnumSource(
            value = Hair.Style.class,
            names = {"LONG", "SHORT", "AFRO"})
    void whatCastsShadowsIsTheSameForEveryCamera(Hair.Style style) {
        double[] before = casters(style, 0);
        double[] behind = casters(style, 150);
        assertThat(before.length).isGreaterThan(9 * 2000);
        assertThat(behind).isEqualTo(before);
    }

    private static double[] casters(Hair.Style style, int azimuth) {
        Strands strands = face(scene(3, style(style), "camera.azimuth: { fixed: " + azimuth + " }"))
                .strands();
        Topology topology = strands.mesh().topology();
        return IntStream.range(3 * strands.firstCaster(), 3 * strands.firstHidden())
                .map(corner -> 3 * topology.triangles()[corner])
                .flatMap(at -> IntStream.of(at, at + 1, at + 2))
                .mapToDouble(at -> strands.mesh().positions()[at])
                .toArray();
    }

    @Test
    void curlierHairIsShorterAndStandsOff() {
        assertThat(lowest("hair.curl: { fixed: 0.9 }")).isGreaterThan(lowest("hair.curl: { fixed: 0 }") + 25);
        assertThat(lowest("hair.length: { fixed: 0.6 }")).isGreaterThan(lowest("hair.length: { fixed: 1.4 }") + 60);
    }

    /** Height of the lowest tip of long hair, mm. */
    private static double lowest(String parameter) {
        Strands strands = face(scene(
                        4,
                        style(Hair.Style.LONG),
                        "head.pitch: { fixed: 0 }",
                        "camera.azimuth: { fixed: 180 }",
                        parameter))
                .strands();
        double lowest = 0;
        for (int v = 0; v < hairVertices(strands); v++) {
            lowest = Math.min(lowest, strands.mesh().positions()[3 * v + 1]);
        }
        return lowest;
    }
}
