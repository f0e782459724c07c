package io.limner.renderer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limner.renderer.frame.Frame.Size;
import org.junit.jupiter.api.Test;

class LibDeflateTest {
    private static final LibDeflate MISSING = LibDeflate.find("libnosuchdeflate.so.7");

    @Test
    void itsLackIsNamedAndNoFault() {
        assertThat(MISSING.problem())
                .hasValueSatisfying(text -> assertThat(text).contains("libnosuchdeflate.so.7"));
        assertThat(MISSING.deflater(PngCompression.FLAT)).isInstanceOf(JavaRowDeflater.class);
    }

    @Test
    void anotherLibraryUnderTheNameIsNotTakenForIt() {
        assertThat(LibDeflate.find("libc.so.6")).isInstanceOf(LibDeflate.Missing.class);
    }

    @Test
    void whereItIsItCompressesAtLeastAsWell() {
        assumeTrue(LibDeflate.system().problem().isEmpty(), "no libdeflate here");
        Size size = new Size(300, 200);
        byte[] rgb = TestPicture.rgb(size);
        try (PngEncoder fast = new PngEncoder();
                PngEncoder slow = new PngEncoder(MISSING)) {
            byte[] file = fast.encode(rgb, size).bytes();
            byte[] other = slow.encode(rgb, size).bytes();
            assertThat(file).isNotEqualTo(other).hasSizeLessThan(other.length * 11 / 10);
        }
    }
}
