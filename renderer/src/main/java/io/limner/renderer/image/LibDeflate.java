package io.limner.renderer.image;

import java.util.Optional;
import java.util.stream.LongStream;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.SharedLibrary;

/**
 * The native library that compresses PNG in two thirds of the time that Java's own zlib takes, or the lack of one, which is no fault. Off
 * with {@code -Dlimner.libdeflate=false}.
 */
public sealed interface LibDeflate {

    /** The library's name on Debian and Ubuntu. */
    String LIBRARY = "libdeflate.so.0";

    /** The system property that is {@code false} where the library is not to be used. */
    String SWITCH = "limner.libdeflate";

    /** The machine's libdeflate, looked for once a process. */
    static LibDeflate system() {
        return SystemLibrary.FOUND;
    }

    /** Looks for the machine's libdeflate anew, unless it is off. */
    static LibDeflate look() {
        return Boolean.parseBoolean(System.getProperty(SWITCH, "true")) ? find(LIBRARY) : new Off();
    }

    /** Looks for a library by its file name or path. What lacks its functions is not taken for it. */
    static LibDeflate find(String library) {
        try {
            // Not Library.loadNative: it looks into the class path first and prints advice of its own when it finds
            // nothing.
            SharedLibrary found = APIUtil.apiCreateLibrary(library);
            Functions functions = new Functions(
                    found.getFunctionAddress("libdeflate_alloc_compressor"),
                    found.getFunctionAddress("libdeflate_zlib_compress_bound"),
                    found.getFunctionAddress("libdeflate_zlib_compress"),
                    found.getFunctionAddress("libdeflate_free_compressor"));
            return functions.complete() ? new Found(functions) : new Missing(library);
        } catch (UnsatisfiedLinkError e) {
            return new Missing(library);
        }
    }

    /** What its lack means; empty if it is there, or off. */
    Optional<String> problem();

    /** What compresses PNG, in words. */
    String describe();

    /** What compresses the rows of one kind of picture; how, the kind says to Java's zlib only. */
    RowDeflater deflater(PngCompression compression);

    /**
     * Addresses of functions.
     *
     * @param open level to compressor
     * @param bound compressor and length to the greatest length of a stream
     * @param compress compressor, source, its length, target and its capacity to the length of a stream
     * @param close of a compressor
     */
    record Functions(long open, long bound, long compress, long close) {
        private boolean complete() {
            return LongStream.of(open, bound, compress, close).noneMatch(address -> address == 0);
        }
    }

    /** The library that is there. */
    record Found(Functions functions) implements LibDeflate {
        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public String describe() {
            return LIBRARY;
        }

        @Override
        public RowDeflater deflater(PngCompression compression) {
            return new NativeRowDeflater(functions);
        }
    }

    /** It is not there. */
    record Missing(String library) implements LibDeflate {
        @Override
        public Optional<String> problem() {
            return Optional.of("this machine has no " + library + ": PNG files take half as long again, and have other "
                    + "bytes for the same pixels than those of machines that have it");
        }

        @Override
        public String describe() {
            return "Java's zlib";
        }

        @Override
        public RowDeflater deflater(PngCompression compression) {
            return new JavaRowDeflater(compression.deflater());
        }
    }

    /** It is not to be used, so that all machines write the same bytes, whatever they have. */
    record Off() implements LibDeflate {
        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public String describe() {
            return "Java's zlib, since -D" + SWITCH + "=false";
        }

        @Override
        public RowDeflater deflater(PngCompression compression) {
            return new JavaRowDeflater(compression.deflater());
        }
    }

    /** Holder, so that nothing is loaded before the first use. */
    final class SystemLibrary {
        private static final LibDeflate FOUND = look();

        private SystemLibrary() {}
    }
}
