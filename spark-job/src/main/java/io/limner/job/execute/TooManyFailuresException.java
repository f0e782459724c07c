package io.limner.job.execute;

/** More samples failed than the error budget allows. */
public final class TooManyFailuresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A run that stops.
     *
     * @param failed how many samples are known to have failed
     * @param budget how many may
     * @param example what became of one of them
     */
    public TooManyFailuresException(long failed, long budget, String example) {
        super(failed + " samples could not be drawn, and --max-failures allows " + budget + ". " + example
                + " Mend the cause, or allow more with --max-failures");
    }
}
