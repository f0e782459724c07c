package io.limner.job.execute;

import io.limner.job.config.FailureBudget;
import java.util.Map;
import java.util.stream.Collectors;

/** More samples failed than the error budget allows. */
public final class TooManyFailuresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A run that stops, for a reason that a task gave. */
    public TooManyFailuresException(String message) {
        super(message);
    }

    /**
     * A run that stops.
     *
     * @param done how many samples were tried
     * @param failures how many of them failed, by code
     * @param example what became of one of them
     */
    TooManyFailuresException(long done, Map<String, Long> failures, FailureBudget budget, String example) {
        this(failures.values().stream().mapToLong(Long::longValue).sum() + " of " + done
                + " samples could not be drawn ("
                + failures.entrySet().stream()
                        .map(code -> code.getKey() + " " + code.getValue())
                        .collect(Collectors.joining(", "))
                + "), and --max-failures " + budget + " allows " + budget.allowed(done) + ".\n" + example + "\n"
                + failures.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(most -> FailureNote.remedy(most.getKey()))
                        .orElse("")
                + ", or allow more with --max-failures. Finished shards stay");
    }
}
