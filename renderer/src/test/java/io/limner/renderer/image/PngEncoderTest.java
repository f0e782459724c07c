package io.limner.renderer.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.frame.Frame.Size;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class PngEncoderTest extends ImageEncoderContract {
    @Override
    ImageEncoder open() {
        return new PngEncoder();
    }

    @Override
    double leastPsnr() {
        return 1000;
    }

    @Test
    void threeChunksWithTheirChecksums() {
        Size size = new Size(5, 4);
        try (PngEncoder encoder = new PngEncoder()) {
            ByteBuffer file =
                    ByteBuffer.wrap(encoder.encode(TestPicture.rgb(size), size).bytes());
            assertThat(file.getLong()).isEqualTo(0x89504e470d0a1a0aL);
            List<String> types = new ArrayList<>();
            while (file.hasRemaining()) {
                byte[] typeAndData = new byte[file.getInt() + 4];
                file.get(typeAndData);
                CRC32 crc = new CRC32();
                crc.update(typeAndData);
                assertThat(file.getInt()).isEqualTo((int) crc.getValue());
                types.add(new String(typeAndData, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
            }
            assertThat(types).containsExactly("IHDR", "IDAT", "IEND");
        }
    }
}
