package io.limner.renderer.image;

/** A native codec is not installed: the machine is at fault, not the sample. The message names the library and the remedy. */
public final class MissingCodecException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MissingCodecException(String message) {
        super(message);
    }
}
