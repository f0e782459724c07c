package io.limner.job.config;

/** Something that a person gave is wrong. The message says what, with which value, where, and what to do; it is all they see. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
