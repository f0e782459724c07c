package io.limner.renderer.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.limner.renderer.look.Panorama;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RadianceReaderTest {
    private static final byte[] FLAT = TestAssets.radiance(64, 32, (x, y) -> x < 32 ? 0xff402081 : 0x10ff3080);

    @Test
    void packedRowsHoldWhatPlainOnesDo() {
        ByteArrayOutputStream out = TestAssets.header(64, 32);
        int plain = TestAssets.header(64, 32).size();
        for (int y = 0; y < 32; y++) {
            out.writeBytes(new byte[] {2, 2, 0, 64});
            for (int channel = 0; channel < 4; channel++) {
                out.write(128 + 32); // a run
                out.write(FLAT[plain + channel]);
                out.write(32); // and a dump
                for (int x = 32; x < 64; x++) {
                    out.write(FLAT[plain + 4 * x + channel]);
                }
            }
        }
        Panorama packed = RadianceReader.read("packed.hdr", out.toByteArray());
        Panorama flat = RadianceReader.read("flat.hdr", FLAT);
        assertThat(packed.level(0)).isEqualTo(flat.level(0));
        assertThat(flat.level(0)[0]).as("red of the left half").isGreaterThan(10 * flat.level(0)[3 * 200]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PNG | must begin with #?RADIANCE",
                "#?RADIANCE\\nFORMAT=32-bit_rle_xyze\\n\\n-Y 32 +X 64\\n | FORMAT=32-bit_rle_rgbe",
                "#?RADIANCE\\nFORMAT=32-bit_rle_rgbe\\n\\n+Y 32 +X 64\\n | from the top left",
                "#?RADIANCE\\nFORMAT=32-bit_rle_rgbe\\n\\n-Y 64 +X 64\\n | twice as wide as high",
                "#?RADIANCE\\nFORMAT=32-bit_rle_rgbe\\n\\n-Y 60000 +X 120000\\n | has 120000 x 60000 pixels",
                "#?RADIANCE\\nFORMAT=32-bit_rle_rgbe\\n | ends within its header",
            })
    void whatIsNoPanoramaIsRefused(String begin, String why) {
        byte[] bytes = (begin.replace("\\n", "\n") + "\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> RadianceReader.read("a.hdr", bytes))
                .withMessageContaining("a.hdr: ")
                .withMessageContaining(why);
    }

    @Test
    void damageIsRefused() {
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> RadianceReader.read("cut.hdr", Arrays.copyOf(FLAT, FLAT.length - 1)))
                .withMessageContaining("row 31");
        byte[] black = TestAssets.radiance(64, 32, (x, y) -> 0);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> RadianceReader.read("black.hdr", black))
                .withMessageContaining("black");
        ByteArrayOutputStream wrong = TestAssets.header(64, 32);
        wrong.writeBytes(new byte[] {2, 2, 0, 64, (byte) 200, 1});
        wrong.writeBytes(new byte[10_000]);
        assertThatExceptionOfType(AssetException.class)
                .isThrownBy(() -> RadianceReader.read("wrong.hdr", wrong.toByteArray()))
                .withMessageContaining("does not end where it should");
    }
}
