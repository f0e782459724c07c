package io.limner.renderer.head.pack;

/** The head pack cannot be made; the message says why and what to do. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PackException(String message) {
        super(message);
    }

    public PackException(String message, Throwable cause) {
        super(message, cause);
    }
}
