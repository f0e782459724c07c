package io.limner.renderer.image;

import static org.lwjgl.system.MemoryUtil.memByteBuffer;
import static org.lwjgl.system.MemoryUtil.memCopy;
import static org.lwjgl.system.MemoryUtil.memGetCLong;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memPutAddress;
import static org.lwjgl.system.MemoryUtil.memPutCLong;
import static org.lwjgl.system.MemoryUtil.memPutInt;
import static org.lwjgl.system.MemoryUtil.memUTF8;

import io.limner.renderer.frame.Frame;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.libffi.FFICIF;
import org.lwjgl.system.libffi.LibFFI;

/**
 * One TurboJPEG compressor and its native working memory, which grows to the largest picture it has seen. Pixels are copied in
 * once and the file out once; in between the library works on memory that outlives the call.
 *
 * <p>Constants and signatures are those of turbojpeg.h (TurboJPEG 1.4 and later).
 */
final class TurboJpegCompressor implements AutoCloseable {
    private static final int PIXEL_FORMAT_RGB = 0;
    /** Colour at full resolution. */
    static final int SUBSAMPLING_444 = 0;
    /** Colour at half resolution both ways. */
    static final int SUBSAMPLING_420 = 2;

    /** Write into the buffer we pass, never reallocate it. */
    private static final int FLAG_NO_REALLOC = 1024;
    /** The slow integer transform at every quality: fewer errors than the fast one for little time. */
    private static final int FLAG_ACCURATE_DCT = 4096;

    /** int tjCompress2(handle, source, width, pitch, height, pixelFormat, **target, *size, subsampling, quality, flags). */
    private static final FFICIF COMPRESS_SIGNATURE = APIUtil.apiCreateCIF(
            LibFFI.ffi_type_sint32,
            LibFFI.ffi_type_pointer,
            LibFFI.ffi_type_pointer,
            LibFFI.ffi_type_sint32,
            LibFFI.ffi_type_sint32,
            LibFFI.ffi_type_sint32,
            LibFFI.ffi_type_sint32,
            LibFFI.ffi_type_pointer,
            LibFFI.ffi_type_pointer,
            LibFFI.ffi_type_sint32,
            LibFFI.ffi_type_sint32,
            LibFFI.ffi_type_sint32);

    private final TurboJpeg.Found library;
    private final long handle;
    private final NativeMemory source = new NativeMemory();
    private final NativeMemory target = new NativeMemory();

    private TurboJpegCompressor(TurboJpeg.Found library, long handle) {
        this.library = library;
        this.handle = handle;
    }

    static TurboJpegCompressor open(TurboJpeg.Found library) {
        long handle = JNI.invokeP(library.function("tjInitCompress"));
        if (handle == 0) {
            throw new IllegalStateException("libturbojpeg gave no compressor: " + error(library, 0));
        }
        return new TurboJpegCompressor(library, handle);
    }

    byte[] compress(byte[] rgb, Frame.Size size, int quality, int subsampling) {
        long capacity = JNI.invokeP(size.width(), size.height(), subsampling, library.function("tjBufSize"));
        source.reserve(rgb.length);
        target.reserve(capacity);
        memCopy(rgb, source.address());
        try (MemoryStack stack = MemoryStack.stackPush()) {
            long targetPointer = stack.nmalloc(8, 8);
            memPutAddress(targetPointer, target.address());
            long length = stack.nmalloc(8, 8);
            memPutCLong(length, capacity);
            PointerBuffer arguments = stack.mallocPointer(11)
                    .put(0, stack.pointers(handle))
                    .put(1, stack.pointers(source.address()))
                    .put(2, integer(stack, size.width()))
                    .put(3, integer(stack, size.width() * 3))
                    .put(4, integer(stack, size.height()))
                    .put(5, integer(stack, PIXEL_FORMAT_RGB))
                    .put(6, stack.pointers(targetPointer))
                    .put(7, stack.pointers(length))
                    .put(8, integer(stack, subsampling))
                    .put(9, integer(stack, quality))
                    .put(10, integer(stack, FLAG_NO_REALLOC | FLAG_ACCURATE_DCT));
            long result = stack.nmalloc(8, 8);
            LibFFI.ffi_call(COMPRESS_SIGNATURE, library.function("tjCompress2"), memByteBuffer(result, 8), arguments);
            if (memGetInt(result) != 0) {
                throw new IllegalStateException(
                        "libturbojpeg could not compress a picture of " + size + ": " + error(library, handle));
            }
            byte[] file = new byte[Math.toIntExact(memGetCLong(length))];
            memCopy(target.address(), file);
            return file;
        }
    }

    @Override
    public void close() {
        JNI.invokePI(handle, library.function("tjDestroy"));
        source.free();
        target.free();
    }

    private static long integer(MemoryStack stack, int value) {
        long address = stack.nmalloc(4, 4);
        memPutInt(address, value);
        return address;
    }

    private static String error(TurboJpeg.Found library, long handle) {
        return memUTF8(JNI.invokePP(handle, library.function("tjGetErrorStr2")));
    }
}
