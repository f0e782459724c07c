package io.limner.job.write;

/** Another run works at the same place; later it will not. */
public final class LeaseHeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseHeldException(String message) {
        super(message);
    }
}
