package io.limner.renderer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.frame.Frame.Size;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.ImageFormat;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContactSheetTest {
    private static final int VISIBLE_GREEN = 0x39ff6a;
    private static final int HIDDEN_ORANGE = 0xff9d2e;

    @Test
    void tilesInRowsWithGapsAndCaptions() {
        BufferedImage sheet = plainSheet(2, 64).drawTiles(List.of(grey(50), grey(100), grey(150)));
        assertThat(sheet.getWidth()).isEqualTo(4 + 2 * (64 + 4));
        assertThat(sheet.getHeight()).isEqualTo(4 + 2 * (64 + 8 + 20));
        assertThat(rgb(sheet, 4 + 32, 4 + 32)).isEqualTo(0x323232);
        assertThat(rgb(sheet, 4 + 68 + 32, 4 + 32)).isEqualTo(0x646464);
        assertThat(rgb(sheet, 4 + 32, 4 + 92 + 32)).isEqualTo(0x969696);
        assertThat(rgb(sheet, 4 + 68 + 32, 4 + 92 + 32)).as("no fourth tile").isEqualTo(0x17191c);
    }

    @Test
    void columnsFollowFromTheCount() {
        List<Tile> tiles = java.util.Collections.nCopies(24, grey(1));
        BufferedImage sheet = plainSheet(0, 64).drawTiles(tiles);
        assertThat(sheet.getWidth()).isEqualTo(4 + 6 * 68);
        assertThat(sheet.getHeight()).isEqualTo(4 + 4 * 92);
    }

    @Test
    void tilesWithoutTextHaveNoRoomForIt() {
        BufferedImage sheet =
                plainSheet(1, 64).drawTiles(List.of(grey(1).captioned(List.of()), grey(2).captioned(List.of())));
        assertThat(sheet.getHeight()).isEqualTo(4 + 2 * 68);
    }

    @Test
    void captionIsWrittenInDots() {
        BufferedImage sheet = plainSheet(1, 64).drawTiles(List.of(Tile.of(new byte[3], new Size(1, 1), "L")));
        StringBuilder read = new StringBuilder();
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 6; x++) {
                read.append(rgb(sheet, 4 + x, 4 + 64 + 4 + y) == 0xd8dce3 ? '#' : '.');
            }
            read.append('\n');
        }
        assertThat(read.toString()).isEqualTo("#.....\n".repeat(6) + "#####.\n");
    }

    @Test
    void landmarksAreGreenOrOrangeAtTheirPlace() {
        FaceSample sample = SampleFixture.drawn(3, new Size(128, 128));
        BufferedImage sheet = new ContactSheet(new ContactSheet.Layout(1, 64, true, false)).draw(List.of(sample));
        float[] points = sample.drawing().labels().landmarks().points2d();
        assertThat(rgb(sheet, 4 + (int) (points[0] / 2), 4 + (int) (points[1] / 2)))
                .isEqualTo(VISIBLE_GREEN);
        assertThat(rgb(sheet, 4 + (int) (points[2] / 2), 4 + (int) (points[3] / 2)))
                .isEqualTo(HIDDEN_ORANGE);
        BufferedImage without = plainSheet(1, 64).draw(List.of(sample));
        assertThat(rgb(without, 4 + (int) (points[0] / 2), 4 + (int) (points[1] / 2)))
                .isNotEqualTo(VISIBLE_GREEN);
    }

    @Test
    void layersStandBesideThePicture() {
        FaceSample sample = SampleFixture.drawn(3, new Size(64, 64));
        BufferedImage sheet = new ContactSheet(new ContactSheet.Layout(1, 64, false, true)).draw(List.of(sample));
        assertThat(sheet.getWidth()).isEqualTo(4 + 4 * 68);
        assertThat(rgb(sheet, 4 + 68 + 20, 40)).isEqualTo(SegmentationPalette.rgb(SampleFixture.SHOWN.code()));
        assertThat(rgb(sheet, 4 + 2 * 68, 4)).as("nearest depth").isEqualTo(0xffffff);
        assertThat(rgb(sheet, 4 + 2 * 68 + 63, 4 + 63)).as("farthest depth").isEqualTo(0x282828);
        assertThat(rgb(sheet, 4 + 3 * 68 + 5, 40)).as("normals").isEqualTo(0x7f7f00);
    }

    @Test
    void aSampleThatFailedIsDarkAndSaysWhy() {
        FaceSample failed = SampleFixture.failed(9);
        BufferedImage sheet = plainSheet(2, 64).draw(List.of(SampleFixture.drawn(1, new Size(64, 64)), failed));
        assertThat(rgb(sheet, 4 + 68 + 32, 36)).isEqualTo(0x2a2d33);
        assertThat(Tile.of(failed, true, true).caption()).containsExactly("#9 SCENE_FAILED", "no head pack");
    }

    @Test
    void encodesBothFormats() {
        List<FaceSample> samples = List.of(SampleFixture.drawn(3, new Size(64, 64)));
        for (ImageFormat format : ImageFormat.values()) {
            EncodedImage image = plainSheet(1, 64).encode(samples, format);
            assertThat(image.format()).isEqualTo(format);
            assertThat(TestPicture.psnr(Pictures.toRgb(plainSheet(1, 64).draw(samples)), ImageDecoder.rgb(image)))
                    .isGreaterThan(30);
        }
    }

    @Test
    void everyClassHasAColourOfItsOwn() {
        assertThat(java.util.Arrays.stream(SegmentationClass.values())
                        .map(shown -> SegmentationPalette.rgb(shown.code())))
                .doesNotHaveDuplicates();
        assertThat(SegmentationPalette.rgb(200)).isEqualTo(0xff00ff);
    }

    @Test
    void refusesNothingToShowAndSillySizes() {
        assertThatThrownBy(() -> plainSheet(0, 64).draw(List.of())).hasMessageContaining("at least one sample");
        assertThatThrownBy(() -> plainSheet(-1, 64)).hasMessageContaining("-1 columns");
        assertThatThrownBy(() -> plainSheet(0, 5)).hasMessageContaining("panel width 5");
    }

    private static ContactSheet plainSheet(int columns, int panelWidth) {
        return new ContactSheet(new ContactSheet.Layout(columns, panelWidth, false, false));
    }

    private static Tile grey(int value) {
        byte[] rgb = new byte[100 * 100 * 3];
        java.util.Arrays.fill(rgb, (byte) value);
        return Tile.of(rgb, new Size(100, 100), "grey", "two lines");
    }

    private static int rgb(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xffffff;
    }
}
