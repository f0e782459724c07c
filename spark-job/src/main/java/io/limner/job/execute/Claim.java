package io.limner.job.execute;

import io.limner.job.config.BadInputException;
import io.limner.job.write.Destination;
import io.limner.job.write.RecordedPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Whether a place may be used for a plan. */
final class Claim {
    private final Destination destination;

    Claim(Destination destination) {
        this.destination = destination;
    }

    /**
     * Refuses a place that is another dataset's, or is full of something else.
     *
     * @param there what the place says it is for
     * @param asked what it is wanted for
     */
    void check(Optional<RecordedPlan> there, RecordedPlan asked) throws IOException {
        if (there.isEmpty()) {
            List<String> entries = destination.entries();
            // Our own folder without a plan is the trace of a run that was killed at its very start.
            Optional<String> foreign = entries.stream()
                    .filter(name -> !name.equals("_limner/") && !name.startsWith("."))
                    .sorted()
                    .findFirst();
            if (foreign.isPresent()) {
                throw new BadInputException(
                        "--out " + destination.describe() + " already holds something else (" + foreign.get()
                                + "), and Limner does not write among it; name a place that is empty or not there yet");
            }
            return;
        }
        List<String> differences = there.get().differencesTo(asked);
        if (!differences.isEmpty()) {
            throw new BadInputException("--out " + destination.describe()
                    + " holds another dataset. What differs (there -> asked for):\n  "
                    + String.join("\n  ", differences)
                    + "\nName another place with --out, and --from " + destination.describe()
                    + " to copy the samples that did not change; or give the spec and shard size that are there");
        }
    }
}
