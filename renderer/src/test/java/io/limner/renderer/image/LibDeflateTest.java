package io.limner.renderer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limner.renderer.frame.Frame.Size;
import org.junit.jupiter.api.Test;
import org.lwjgl.system.APIUtil;

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
    void itCanBeSwitchedOff() {
        System.setProperty("limner.libdeflate", "false");
        try {
            LibDeflate off = LibDeflate.look();
            assertThat(off.problem()).isEmpty();
            assertThat(off.describe()).contains("-Dlimner.libdeflate=false");
            assertThat(off.deflater(PngCompression.FLAT)).isInstanceOf(JavaRowDeflater.class);
        } finally {
            System.clearProperty("limner.libdeflate");
        }
    }

    @Test
    void whatDoesNotFitIsNoFile() {
        LibDeflate.Functions real = here().functions();
        // A number of 64 at most, whatever it is asked: far less than the rows need.
        long tooLittle = APIUtil.apiCreateLibrary("libc.so.6").getFunctionAddress("ffsl");
        LibDeflate.Functions tight = new LibDeflate.Functions(real.open(), tooLittle, real.compress(), real.close());
        Size size = new Size(300, 200);
        try (PngEncoder encoder = new PngEncoder(new LibDeflate.Found(tight))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> encoder.encode(TestPicture.rgb(size), size))
                    .withMessageContaining("could not fit 180200 bytes");
        }
    }

    @Test
    void whereItIsItCompressesAtLeastAsWell() {
        here();
        Size size = new Size(300, 200);
        byte[] rgb = TestPicture.rgb(size);
        try (PngEncoder fast = new PngEncoder();
                PngEncoder slow = new PngEncoder(MISSING)) {
            byte[] file = fast.encode(rgb, size).bytes();
            byte[] other = slow.encode(rgb, size).bytes();
            assertThat(file).isNotEqualTo(other).hasSizeLessThan(other.length * 11 / 10);
        }
    }

    /** The machine's: without it a test is skipped, but in CI it fails. */
    private static LibDeflate.Found here() {
        LibDeflate system = LibDeflate.system();
        assumeTrue(system instanceof LibDeflate.Found || System.getenv("CI") != null, "no libdeflate here");
        assertThat(system).as("CI must have libdeflate").isInstanceOf(LibDeflate.Found.class);
        return (LibDeflate.Found) system;
    }
}
