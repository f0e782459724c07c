package io.limner.renderer.egl;

/** No context could be made. The message says what was tried, why each try failed, and what to do. */
public final class EglException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EglException(String message) {
        super(message);
    }

    public EglException(String message, Throwable cause) {
        super(message, cause);
    }
}
