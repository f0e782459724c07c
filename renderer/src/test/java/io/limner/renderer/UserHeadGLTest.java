package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limner.renderer.asset.AssetException;
import io.limner.renderer.asset.AssetFolder;
import io.limner.renderer.asset.AssetListing;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.gltf.ConformanceHead;
import io.limner.renderer.image.ImageDecoder;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.Asset;
import io.limner.schema.spec.AssetKind;
import io.limner.schema.spec.DatasetSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head of the user's, from its files to rows. */
@NeedsEgl
class UserHeadGLTest {
    private static final int SIDE = 160;
    private static final String BARE = "hair.style: bald";

    @TempDir
    static Path root;

    @BeforeAll
    static void fill() throws IOException {
        ConformanceHead head = new ConformanceHead(96);
        Files.write(root.resolve("own.glb"), head.glb());
        Files.write(root.resolve("own.head.json"), ConformanceHead.bytes(head.sidecar()));
    }

    private static List<FaceSample> rows(int count, String parameters) throws IOException {
        return rows(count, "landmarks, segmentation, depth", parameters);
    }

    private static List<FaceSample> rows(int count, String labels, String parameters) throws IOException {
        DatasetSpec named = Designs.of(
                        "image: { width: " + SIDE + ", height: " + SIDE + ", format: png }",
                        "labels: [" + labels + "]",
                        "defaults: neutral",
                        "assets: { heads: own.glb }",
                        "parameters: { " + parameters + " }")
                .spec();
        DatasetSpec spec = named.with(AssetListing.found(named.assets(), new AssetFolder(root)));
        assertThat(spec.assets().of(AssetKind.HEADS))
                .extracting(Asset::file)
                .containsExactly("own.glb", "own.head.json");
        List<FaceSample> rows = new ArrayList<>();
        try (FaceSampler sampler = FaceSampler.open(new SceneDesign(spec), new AssetFolder(root), "cpu", Overlap.OFF)) {
            for (int id = 0; id < count; id++) {
                rows.add(sampler.sample(id));
            }
        }
        return rows;
    }

    private static SegmentationClass at(FaceSample row, double x, double y) {
        byte[] classes = ImageDecoder.grey(row.drawing().layers().segmentation());
        int code = classes[((int) y) * SIDE + ((int) x)] & 255;
        return List.of(SegmentationClass.values()).stream()
                .filter(kind -> kind.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static double[] landmark(FaceSample row, int point) {
        float[] points = row.drawing().labels().landmarks().points2d();
        return new double[] {points[2 * point], points[2 * point + 1]};
    }

    @Test
    void itIsDrawnWithItsLandmarksAndClassesAndMovesByItsMorphs() throws IOException {
        List<FaceSample> rows = rows(
                4, "subject.head: { grid: [user, makehuman] }, " + BARE + ", expression.jaw_open: { grid: [0, 1] }");
        FaceSample shut = rows.get(0);
        FaceSample open = rows.stream()
                .filter(row -> row.provenance().assets().contains("own.glb")
                        && row.drawing().labels().landmarks().points2d()[133]
                                > shut.drawing().labels().landmarks().points2d()[133] + 3)
                .findFirst()
                .orElseThrow();
        assertThat(rows).allSatisfy(row -> assertThat(row.failure()).isNull());
        double[] tip = landmark(shut, 30);
        assertThat(at(shut, tip[0], tip[1])).isEqualTo(SegmentationClass.NOSE);
        double[] below = landmark(shut, 57);
        assertThat(at(shut, below[0], below[1] - 1)).isEqualTo(SegmentationClass.LOWER_LIP);
        double[] outer = landmark(shut, 36);
        double[] inner = landmark(shut, 39);
        assertThat(at(shut, (outer[0] + inner[0]) / 2, outer[1])).isEqualTo(SegmentationClass.IRIS);
        assertThat(at(shut, landmark(shut, 27)[0], landmark(shut, 27)[1] - 30)).isEqualTo(SegmentationClass.SKIN);
        assertThat(at(shut, 3, 3)).isEqualTo(SegmentationClass.BACKGROUND);
        // The picture is upright and not mirrored.
        assertThat(landmark(shut, 36)[0]).isLessThan(landmark(shut, 45)[0]);
        assertThat(landmark(shut, 8)[1]).isGreaterThan(landmark(shut, 27)[1] + 30);
        double[] upper = landmark(open, 62);
        double[] lower = landmark(open, 66);
        assertThat(upper[1]).as("the upper lip stays").isCloseTo(landmark(shut, 62)[1], within(0.01));
        assertThat(at(open, (upper[0] + lower[0]) / 2, (upper[1] + lower[1]) / 2))
                .isEqualTo(SegmentationClass.MOUTH_INTERIOR);
        assertThat(shut.provenance().assets())
                .contains("own.head.json (sha256 ")
                .contains("licence of the head: CC0-1.0")
                .doesNotContain("MakeHuman");
        assertThat(rows.stream().filter(row -> row.provenance().assets().contains("MakeHuman")))
                .as("samples of the head in the jar, drawn by the same sampler")
                .hasSize(2);
    }

    /** A picture whose left half, at the subject's right, is dark and red, with a bright spot on the brow. */
    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                image.setRGB(x, y, x < 200 ? 0x803c30 : 0xc8a080);
            }
        }
        int spotX = (int) (400 * ConformanceHead.u(25));
        int spotY = (int) (400 * ConformanceHead.v(40));
        for (int y = spotY - 14; y < spotY + 14; y++) {
            for (int x = spotX - 14; x < spotX + 14; x++) {
                image.setRGB(x, y, 0x30c060);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static double[] albedo(FaceSample row, double x, double y) {
        byte[] rgb = ImageDecoder.rgb(row.drawing().layers().onRequest().albedo());
        int at = 3 * (((int) y) * SIDE + (int) x);
        return new double[] {rgb[at] & 255, rgb[at + 1] & 255, rgb[at + 2] & 255};
    }

    /** The file's own colours are seen where they lie on it, and the tone is the scene's. */
    @Test
    void itKeepsItsOwnColours() throws IOException {
        ConformanceHead head = new ConformanceHead(96);
        ByteBuffer binary = ConformanceHead.room();
        ObjectNode json = head.json(binary);
        byte[] plain = Files.readAllBytes(root.resolve("own.glb"));
        head.paint(json, binary, picture());
        List<FaceSample> painted;
        Files.write(root.resolve("own.glb"), ConformanceHead.glb(json, binary));
        try {
            painted = rows(
                    2,
                    "landmarks, albedo",
                    "subject.head: user, subject.skin_tone: { grid: [3, 8] }, " + BARE + ", subject.lipstick: 0");
        } finally {
            Files.write(root.resolve("own.glb"), plain);
        }
        FaceSample light = painted.get(0);
        FaceSample dark = painted.get(1);
        double[] right = landmark(light, 36);
        double[] left = landmark(light, 45);
        double[] tip = landmark(light, 30);
        double below = (right[1] + tip[1]) / 2 + 6;
        double[] atRight = albedo(light, right[0] + 3, below);
        double[] atLeft = albedo(light, left[0] - 3, below);
        assertThat(atLeft[1]).as("paler at the subject's left").isGreaterThan(atRight[1] + 40);
        assertThat(albedo(dark, left[0] - 3, below)[1]).as("another tone").isLessThan(atLeft[1] - 30);
        double perMm = (left[0] - right[0]) / 86;
        double[] between = landmark(light, 27);
        double[] spot = albedo(light, between[0] + 25 * perMm, between[1] - 52 * perMm);
        assertThat(spot[1]).as("the green spot, upright").isGreaterThan(spot[0] + 30);
    }

    @Test
    void whatItDoesNotHaveIsRefused() throws IOException {
        for (String asked : List.of(
                "hair.style: long",
                BARE + ", wear.glasses: round",
                BARE + ", hair.facial_style: full_beard",
                BARE + ", expression.preset: blink")) {
            FaceSample row = rows(1, "subject.head: user, " + asked).get(0);
            assertThat(row.failure().code()).as(asked).isEqualTo(AssetException.LACKING);
            assertThat(row.failure().message()).contains("own.glb");
        }
        for (String label : List.of("dense_landmarks", "canonical")) {
            FaceSample row = rows(1, label, "subject.head: user, " + BARE).get(0);
            assertThat(row.failure().code()).as(label).isEqualTo(AssetException.LACKING);
            assertThat(row.failure().message()).contains("labels = " + label);
        }
    }

    @Test
    void aHeadWithoutTheFileBesideItIsRefused() throws IOException {
        Files.copy(root.resolve("own.glb"), root.resolve("lone.glb"));
        DatasetSpec named = Designs.of("assets: { heads: lone.glb }").spec();
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> AssetListing.found(named.assets(), new AssetFolder(root)))
                .withMessageContaining("lone.head.json is not there");
    }
}
