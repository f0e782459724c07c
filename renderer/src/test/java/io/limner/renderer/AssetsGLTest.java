package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.renderer.asset.AssetException;
import io.limner.renderer.asset.AssetFolder;
import io.limner.renderer.asset.AssetListing;
import io.limner.renderer.asset.TestAssets;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.image.ImageDecoder;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's files in drawn rows. */
@NeedsEgl
class AssetsGLTest {
    private static final int SIDE = 96;

    @TempDir
    static Path root;

    @BeforeAll
    static void fill() throws IOException {
        Files.createDirectories(root.resolve("walls"));
        Files.write(root.resolve("walls/blue.png"), TestAssets.picture("png", 300, 200, (x, y) -> 0x2030c0));
        Files.write(root.resolve("walls/red.jpg"), TestAssets.picture("jpg", 200, 300, (x, y) -> 0xc03020));
        // All light comes from the picture's left quarter: from the subject's left.
        Files.write(
                root.resolve("left.hdr"), TestAssets.radiance(64, 32, (x, y) -> x / 16 == 1 ? 0xffffff84 : 0x10101080));
    }

    private static DatasetSpec spec(String parameters) throws IOException {
        DatasetSpec named = Designs.of(
                        "image: { width: " + SIDE + ", height: " + SIDE + ", format: png }",
                        "labels: [segmentation]",
                        "defaults: neutral",
                        "assets: { backgrounds: walls, environments: left.hdr }",
                        "parameters: { " + parameters + " }")
                .spec();
        return named.with(AssetListing.found(named.assets(), new AssetFolder(root)));
    }

    private static FaceSampler sampler(DatasetSpec spec) {
        return FaceSampler.open(new SceneDesign(spec), new AssetFolder(root), "cpu", Overlap.OFF);
    }

    /** The first rows. */
    private static List<FaceSample> rows(int count, String parameters) throws IOException {
        List<FaceSample> rows = new ArrayList<>();
        try (FaceSampler sampler = sampler(spec(parameters))) {
            for (int id = 0; id < count; id++) {
                rows.add(sampler.sample(id));
            }
        }
        return rows;
    }

    /** Mean red, green, blue of a class, of the columns from {@code from} up to {@code to}. */
    private static double[] mean(FaceSample row, SegmentationClass kind, int from, int to) {
        byte[] rgb = ImageDecoder.rgb(row.drawing().image());
        byte[] classes = ImageDecoder.grey(row.drawing().layers().segmentation());
        double[] sum = new double[4];
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == kind.code() && i % SIDE >= from && i % SIDE < to) {
                for (int c = 0; c < 3; c++) {
                    sum[c] += rgb[3 * i + c] & 255;
                }
                sum[3]++;
            }
        }
        return new double[] {sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]};
    }

    @Test
    void theSeedChoosesThePictureBehindTheSubjectAndNothingElseChanges() throws IOException {
        List<FaceSample> rows = rows(2, "background.style: user, background.seed: { grid: [4, 7] }");
        FaceSample blue = rows.get(0);
        FaceSample red = rows.get(1);
        double[] b = mean(blue, SegmentationClass.BACKGROUND, 0, SIDE);
        double[] r = mean(red, SegmentationClass.BACKGROUND, 0, SIDE);
        assertThat(b[2])
                .as("blue.png, the first of the list")
                .isGreaterThan(150)
                .isGreaterThan(3 * b[0]);
        assertThat(r[0]).as("red.jpg, the second").isGreaterThan(150).isGreaterThan(3 * r[2]);
        assertThat(red.drawing().labelHash()).isEqualTo(blue.drawing().labelHash());
        assertThat(mean(red, SegmentationClass.NOSE, 0, SIDE)).isEqualTo(mean(blue, SegmentationClass.NOSE, 0, SIDE));
        assertThat(blue.provenance().assets())
                .contains("walls/blue.png (sha256 ")
                .doesNotContain("red");
        assertThat(blue.provenance().sampleHash()).isNotEqualTo(red.provenance().sampleHash());
    }

    @Test
    void theUsersEnvironmentLightsTheSideThatItsLightIsOn() throws IOException {
        List<FaceSample> rows = rows(
                4,
                "light.environment: user, light.key_intensity: 0, light.temperature: { grid: [6500, 3000] },"
                        + " light.rotation: { grid: [0, 180] }");
        int middle = SIDE / 2;
        FaceSample left =
                rows.stream().filter(row -> is(row, 0, 6500)).findFirst().orElseThrow();
        FaceSample right =
                rows.stream().filter(row -> is(row, 180, 6500)).findFirst().orElseThrow();
        FaceSample warm =
                rows.stream().filter(row -> is(row, 0, 3000)).findFirst().orElseThrow();
        // The subject's left is the picture's right.
        double[] lit = mean(left, SegmentationClass.SKIN, middle, SIDE);
        assertThat(lit[1]).isGreaterThan(1.3 * mean(left, SegmentationClass.SKIN, 0, middle)[1]);
        assertThat(mean(right, SegmentationClass.SKIN, 0, middle)[1])
                .isGreaterThan(1.3 * mean(right, SegmentationClass.SKIN, middle, SIDE)[1]);
        double[] yellow = mean(warm, SegmentationClass.SKIN, middle, SIDE);
        assertThat(yellow[0] / yellow[2]).isGreaterThan(1.3 * lit[0] / lit[2]);
        assertThat(mean(left, SegmentationClass.BACKGROUND, 0, SIDE)[1])
                .as("the background, which the light does not touch")
                .isCloseTo(mean(right, SegmentationClass.BACKGROUND, 0, SIDE)[1], within(1.0));
    }

    /** The edges of the picture meet behind the subject; turned about, its middle is there. Its light is turned up for dark skin, and it is not. */
    @Test
    void theUsersEnvironmentIsSeenBehindTheSubject() throws IOException {
        // Its left half is red, its right half blue.
        byte[] before = Files.readAllBytes(root.resolve("left.hdr"));
        List<FaceSample> rows;
        try {
            Files.write(
                    root.resolve("left.hdr"),
                    TestAssets.radiance(256, 128, (x, y) -> x < 128 ? 0xff101081 : 0x1010ff81));
            rows = rows(
                    8,
                    "light.environment: user, background.style: { grid: [plain, environment] },"
                            + " light.rotation: { grid: [0, 180] }, subject.skin_tone: { grid: [2, 9] }");
        } finally {
            Files.write(root.resolve("left.hdr"), before);
        }
        FaceSample plain = seen(rows, "PLAIN", 0, 2);
        FaceSample behind = seen(rows, "ENVIRONMENT", 0, 2);
        FaceSample turned = seen(rows, "ENVIRONMENT", 180, 2);
        FaceSample dark = seen(rows, "ENVIRONMENT", 0, 9);
        double[] left = mean(behind, SegmentationClass.BACKGROUND, 0, 20);
        double[] right = mean(behind, SegmentationClass.BACKGROUND, SIDE - 20, SIDE);
        assertThat(left[2]).as("blue on the left").isGreaterThan(left[0] + 60);
        assertThat(right[0]).as("red on the right").isGreaterThan(right[2] + 60);
        assertThat(mean(turned, SegmentationClass.BACKGROUND, 0, 20)[0])
                .as("red on the left")
                .isCloseTo(right[0], within(3.0));
        assertThat(mean(dark, SegmentationClass.BACKGROUND, 0, 20)[2]).isCloseTo(left[2], within(2.0));
        assertThat(behind.drawing().labelHash()).isEqualTo(plain.drawing().labelHash());
        assertThat(mean(behind, SegmentationClass.NOSE, 0, SIDE))
                .isEqualTo(mean(plain, SegmentationClass.NOSE, 0, SIDE));
    }

    private static FaceSample seen(List<FaceSample> rows, String style, double rotation, int tone) {
        return rows.stream()
                .filter(row -> row.scene().background().style().name().equals(style)
                        && row.scene().light().surroundings().rotation() == rotation
                        && row.scene().subject().complexion().skinTone() == tone)
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(FaceSample row, double rotation, double temperature) {
        return row.scene().light().surroundings().rotation() == rotation
                && row.scene().light().temperature() == temperature;
    }

    @Test
    void aFileThatChangesOrGoesFailsTheSamplesThatShowItAndNoOther() throws IOException {
        Path wall = root.resolve("walls/blue.png");
        byte[] before = Files.readAllBytes(wall);
        DatasetSpec spec = spec("background.style: user, background.seed: { grid: [0, 1] }");
        try {
            Files.write(wall, TestAssets.picture("png", 300, 200, (x, y) -> 0x2030c1));
            try (FaceSampler sampler = sampler(spec)) {
                FaceSample changed = sampler.sample(0);
                assertThat(changed.failure().code()).isEqualTo(AssetException.CHANGED);
                assertThat(changed.failure().message()).contains("walls/blue.png");
                assertThat(sampler.sample(1).failure()).isNull();
                Files.delete(wall);
                assertThat(sampler.sample(2).failure().code()).isEqualTo(AssetException.MISSING);
            }
        } finally {
            Files.write(wall, before);
        }
        assertThat(spec("background.style: plain").hash())
                .isEqualTo(spec("background.style: plain").hash());
    }
}
