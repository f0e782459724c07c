package io.limner.job.execute;

/** A sampler ended in the midst of a sample. */
public final class BrokenSamplerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String failure;

    /**
     * A sampler that ended.
     *
     * @param code of the sample that did it, if the next sampler breaks over it too: stable, upper case
     * @param failure what happened, in words that are the same at every try
     * @param log the end of the sampler's log, which differs from try to try; may be empty
     */
    public BrokenSamplerException(String code, String failure, String log) {
        super(log.isEmpty() ? failure : failure + "\nThe end of its log:\n" + log);
        this.code = code;
        this.failure = failure;
    }

    /** The code of the sample. */
    public String code() {
        return code;
    }

    /** What the row of the sample says: no addresses, no times, no names of processes. */
    public String failure() {
        return failure;
    }
}
