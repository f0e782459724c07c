package io.limner.renderer.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.limner.renderer.look.Photograph;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

    private static Photograph read(byte[] bytes) {
        return new PictureReader("photo.png", bytes).read(64);
    }

    private static int color(Photograph picture, int x, int y) {
        int at = 3 * (y * picture.width() + x);
        return (picture.rgb()[at] & 255) << 16 | (picture.rgb()[at + 1] & 255) << 8 | (picture.rgb()[at + 2] & 255);
    }

    @Test
    void aPictureIsWhatItHoldsWhateverItsName() throws IOException {
        byte[] jpeg = TestAssets.picture("jpg", 40, 30, (x, y) -> x < 20 ? 0xc02040 : 0x2040c0);
        Photograph picture = read(jpeg);
        assertThat(picture.width()).isEqualTo(40);
        assertThat(color(picture, 5, 5) >> 16).isBetween(180, 200);
        assertThat(color(picture, 35, 5) & 255).isBetween(180, 200);
    }

    @Test
    void aHeaderThatClaimsTooMuchIsRefusedBeforeMemoryIsTaken() {
        byte[] png = new byte[4096];
        ByteBuffer.wrap(png)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> new PictureReader("bomb.png", png).check())
                .withMessageContaining("bomb.png: claims 60000 x 60000 pixels");
        assertThatExceptionOfType(AssetException.class).isThrownBy(() -> read(png));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 40, 200, 400})
    void aPictureThatIsCutShortIsRefused(int length) throws IOException {
        byte[] whole = TestAssets.picture("png", 60, 60, (x, y) -> x * 7919 + y * 104_729);
        assertThatExceptionOfType(AssetException.class).isThrownBy(() -> read(Arrays.copyOf(whole, length)));
    }

    @Test
    void greyAndPalettesComeOutAsTheyAreStored() throws IOException {
        for (int type :
                new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_INDEXED
                }) {
            BufferedImage image = new BufferedImage(20, 20, type);
            int grey = type == BufferedImage.TYPE_USHORT_GRAY ? 0x6600 : 0x66;
            if (type == BufferedImage.TYPE_BYTE_INDEXED) {
                image.setRGB(3, 3, 0xff666666);
            } else {
                image.getRaster().setSample(3, 3, 0, grey);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            assertThat(color(read(out.toByteArray()), 3, 3)).isEqualTo(0x666666);
        }
    }

    /** As TIFF has it: where the first row and the first column of what is stored are seen. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1"})
    void aPictureIsTurnedAsTheCameraWasHeld(int orientation, int right, int bottom) throws IOException {
        // Only the stored first corner is white.
        byte[] jpeg = TestAssets.picture("jpg", 64, 32, (x, y) -> x < 16 && y < 16 ? 0xffffff : 0);
        byte[] said = withExif(jpeg, orientation);
        assertThat(Exif.of(said)).isEqualTo(new Exif(orientation, true));
        Photograph picture = read(said);
        assertThat(picture.width()).isEqualTo(orientation < 5 ? 64 : 32);
        int x = right == 1 ? picture.width() - 4 : 3;
        int y = bottom == 1 ? picture.height() - 4 : 3;
        assertThat(color(picture, x, y) & 255).isGreaterThan(200);
        assertThat(color(picture, picture.width() - 1 - x, y) & 255).isLessThan(50);
        assertThat(color(picture, x, picture.height() - 1 - y) & 255).isLessThan(50);
    }

    /** Of what is in a file, pixels go further and nothing else: where it was taken is told to its owner alone. */
    @Test
    void aPositionIsReportedAndGoesNoFurther() throws IOException {
        byte[] jpeg = TestAssets.picture("jpg", 64, 32, (x, y) -> 0x808080);
        assertThat(check(withExif(jpeg, 6)))
                .anyMatch(line -> line.startsWith("position") && line.contains("no dataset will"))
                .anyMatch(line -> line.contains("turned as the camera was held (Exif 6)"));
        assertThat(check(jpeg)).noneMatch(line -> line.startsWith("position"));
        assertThat(read(withExif(jpeg, 1)).rgb()).isEqualTo(read(jpeg).rgb());
    }

    private static List<String> check(byte[] photo) throws IOException {
        return AssetCheck.of("photo.jpg", new AssetSource() {
            @Override
            public byte[] read(String file, long most) {
                return photo;
            }

            @Override
            public List<String> list(String path) {
                return List.of(path);
            }
        });
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer block = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 24 + 4);
        block.putShort((short) 0xffe1).putShort((short) (block.capacity() - 2));
        block.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        block.putShort((short) 2);
        block.putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        block.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(block.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void aPictureCoversAnotherShapeFromItsMiddle() {
        byte[] rgb = new byte[3 * 30 * 10];
        for (int i = 0; i < 300; i++) {
            rgb[3 * i] = (byte) (i % 30 >= 10 && i % 30 < 20 ? 255 : 0);
            rgb[3 * i + 1] = (byte) (i / 30 < 5 ? 255 : 0);
        }
        float[] square = new Photograph(30, 10, rgb).covering(4, 4);
        for (int i = 0; i < 16; i++) {
            assertThat(square[4 * i]).as("the middle third").isEqualTo(1f);
            assertThat(square[4 * i + 1]).as("row %d", i / 4).isEqualTo(i < 8 ? 1f : 0f);
        }
        assertThat(new Photograph(30, 10, rgb).covering(60, 20)).hasSize(4 * 1200);
    }
}
