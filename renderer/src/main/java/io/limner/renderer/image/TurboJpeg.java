package io.limner.renderer.image;

import java.util.Optional;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.SharedLibrary;

/**
 * The native library that encodes JPEG, or the reason why there is none. Looking for it never fails; using it does, with the
 * remedy in the message.
 */
public sealed interface TurboJpeg {

    /** The library's name on Debian and Ubuntu; TurboJPEG 1.5 to 3.x all carry it. */
    String LIBRARY = "libturbojpeg.so.0";

    /** The machine's libturbojpeg, looked for once a process. */
    static TurboJpeg system() {
        return SystemLibrary.FOUND;
    }

    /** Looks for a library by its file name or path. */
    static TurboJpeg find(String library) {
        try {
            // Not Library.loadNative: it looks into the class path first and prints advice of its own when it finds
            // nothing.
            return new Found(APIUtil.apiCreateLibrary(library));
        } catch (UnsatisfiedLinkError e) {
            return new Missing(library);
        }
    }

    /** What is wrong with it and what to do about it; empty if it is there. */
    Optional<String> problem();

    /**
     * The library itself.
     *
     * @throws MissingCodecException with {@link #problem} as its message if it is not there
     */
    Found require();

    /** The library that is there. */
    record Found(SharedLibrary library) implements TurboJpeg {
        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public Found require() {
            return this;
        }

        /** Address of a function that every version has. */
        long function(String name) {
            long address = library.getFunctionAddress(name);
            if (address == 0) {
                throw new MissingCodecException(library.getName() + " has no function " + name
                        + ": it is not the TurboJPEG library; remedy: apt-get install libturbojpeg0");
            }
            return address;
        }
    }

    /** It is not there. */
    record Missing(String library) implements TurboJpeg {
        @Override
        public Optional<String> problem() {
            return Optional.of("JPEG needs the native library " + library + ", which this machine does not have; "
                    + "remedy: apt-get install libturbojpeg0 (or image format png)");
        }

        @Override
        public Found require() {
            throw new MissingCodecException(problem().orElseThrow());
        }
    }

    /** Holder, so that nothing is loaded before the first use. */
    final class SystemLibrary {
        private static final TurboJpeg FOUND = find(LIBRARY);

        private SystemLibrary() {}
    }
}
