package io.limner.renderer.pass;

/** A frame could not be drawn. */
public class DrawingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DrawingException(String message, Throwable cause) {
        super(message, cause);
    }
}
