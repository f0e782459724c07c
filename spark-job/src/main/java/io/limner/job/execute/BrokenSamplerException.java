package io.limner.job.execute;

/** A sampler ended in the midst of a sample. */
public final class BrokenSamplerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * A sampler that ended.
     *
     * @param code of the sample that did it, if the next sampler breaks over it too: stable, upper case
     * @param message for people, over several lines with the end of a log
     */
    public BrokenSamplerException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The code of the sample. */
    public String code() {
        return code;
    }
}
