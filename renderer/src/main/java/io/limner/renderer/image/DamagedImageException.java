package io.limner.renderer.image;

/** An image file's bytes are not the picture that its row describes. */
public final class DamagedImageException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DamagedImageException(String message) {
        super(message);
    }

    DamagedImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
