package io.limner.renderer.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.frame.Frame.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageComparisonTest {
    private static final Size SIZE = new Size(10, 4);
    private static final Tolerance LOOSE = new Tolerance(3, 0.05);

    @TempDir
    private Path folder;

    private final byte[] rgb = new byte[120];
    private final byte[] mask = new byte[40];
    private ImageComparison comparison;

    @BeforeEach
    void approve() {
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 2);
        }
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (i % 16);
        }
        ImageComparison update = comparison(true);
        update.assertColor("face", rgb, SIZE, LOOSE);
        update.assertMask("classes", mask, SIZE);
        comparison = comparison(false);
    }

    @Test
    void sameAndNearlySamePicturesPassAndLeaveNothing() {
        comparison.assertColor("face", rgb, SIZE, Tolerance.EXACT);
        comparison.assertMask("classes", mask, SIZE);
        brighten(17, 3);
        comparison.assertColor("face", rgb, SIZE, LOOSE);
        assertThat(folder.resolve("failures")).doesNotExist();
    }

    @Test
    void oneStrongDifferenceFails() {
        brighten(3 * 25 + 1, 4);
        assertThatThrownBy(() -> comparison.assertColor("face", rgb, SIZE, LOOSE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("picture face differs by up to 4 (allowed 3)")
                .hasMessageContaining("in 1 values, first at pixel (5, 2)")
                .hasMessageContaining("-Dlimner.golden.update=true");
    }

    @Test
    void faintDifferenceEverywhereFails() {
        for (int i = 0; i < rgb.length; i++) {
            brighten(i, 1);
        }
        assertThatThrownBy(() -> comparison.assertColor("face", rgb, SIZE, LOOSE))
                .hasMessageContaining("1.0000 in the mean (allowed 0.0500)");
    }

    @Test
    void oneCodeFailsAMask() {
        mask[12] = 99;
        assertThatThrownBy(() -> comparison.assertMask("classes", mask, SIZE))
                .hasMessageContaining("picture classes differs by up to 87 (allowed 0)")
                .hasMessageContaining("first at pixel (2, 1)");
    }

    @Test
    void failureLeavesActualExpectedAndDifference() throws IOException {
        brighten(0, 10);
        assertThatThrownBy(() -> comparison.assertColor("face", rgb, SIZE, LOOSE))
                .isInstanceOf(AssertionError.class);
        assertThat(failures()).containsExactly("face-actual.png", "face-difference.png", "face-expected.png");
        assertThat(red("face-actual.png", 0, 0)).isEqualTo(10);
        assertThat(red("face-expected.png", 0, 0)).isZero();
        assertThat(red("face-difference.png", 0, 0)).isEqualTo(160);
        assertThat(red("face-difference.png", 1, 0)).isZero();
    }

    @Test
    void anotherSizeFails() throws IOException {
        assertThatThrownBy(() -> comparison.assertMask("classes", mask, new Size(4, 10)))
                .hasMessageContaining("is 4x10, the approved one 10x4");
        assertThat(failures()).containsExactly("classes-actual.png", "classes-expected.png");
    }

    @Test
    void missingApprovalFailsAndShowsWhatCame() throws IOException {
        assertThatThrownBy(() -> comparison.assertColor("new", rgb, SIZE, LOOSE))
                .hasMessageContaining("there is no approved picture")
                .hasMessageContaining("new.png");
        assertThat(failures()).containsExactly("new-actual.png");
        assertThat(folder.resolve("golden/new.png")).doesNotExist();
    }

    @Test
    void updateReplacesTheApproval() {
        rgb[5] = 77;
        comparison(true).assertColor("face", rgb, SIZE, LOOSE);
        comparison.assertColor("face", rgb, SIZE, Tolerance.EXACT);
    }

    private ImageComparison comparison(boolean update) {
        return new ImageComparison(folder.resolve("golden"), folder.resolve("failures"), update);
    }

    private void brighten(int index, int levels) {
        rgb[index] = (byte) (rgb[index] + levels);
    }

    private List<String> failures() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("failures"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private int red(String file, int x, int y) throws IOException {
        return ImageIO.read(folder.resolve("failures").resolve(file).toFile())
                .getRaster()
                .getSample(x, y, 0);
    }
}
