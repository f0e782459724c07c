package io.limner.job.execute;

/** More samples failed than the error budget allows. */
public final class TooManyFailuresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A run that stops.
     *
     * @param message counts, an example, and what to do
     */
    public TooManyFailuresException(String message) {
        super(message);
    }
}
