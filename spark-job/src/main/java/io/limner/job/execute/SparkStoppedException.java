package io.limner.job.execute;

/** Spark was stopped while a run was at work with it, and not by the run. */
public final class SparkStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A run that Spark left.
     *
     * @param cause what Spark said to it
     */
    public SparkStoppedException(Throwable cause) {
        super(
                "Spark was stopped before the run was done: by hand, or by the cluster, which ended it or did not let it in; Spark's log says "
                        + "why: a master that does not answer, another secret, an application that was killed\n"
                        + "Run the same command again: finished shards stay",
                cause);
    }
}
