package io.limner.job.write;

import io.limner.job.config.BadInputException;
import io.limner.job.plan.Plan;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecException;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.util.Set;

/**
 * A dataset that was rendered: where it lies and what it was to hold.
 *
 * @param destination its place
 * @param spec what was asked for
 * @param plan its shards
 * @param parameters names of the parameters that there were when it was written; later ones are none of its business
 */
public record StoredDataset(Destination destination, DatasetSpec spec, Plan plan, Set<String> parameters) {

    /**
     * The dataset at a place, complete or not.
     *
     * @throws BadInputException if there is none that this version understands
     */
    public static StoredDataset at(Destination destination) throws IOException {
        RecordedPlan recorded = RecordedPlan.at(destination)
                .orElseThrow(
                        () -> new BadInputException(destination.describe() + " is not a dataset of Limner: it has no "
                                + RecordedPlan.FILE + "; name the folder or URI that render was given with --out"));
        DatasetSpec spec;
        try {
            spec = SpecReader.parse(recorded.spec().toString(), RecordedPlan.FILE);
        } catch (SpecException other) {
            throw new BadInputException(
                    "the spec in " + destination.describe() + "/" + RecordedPlan.FILE
                            + " is not one that this version of Limner understands: "
                            + other.problems().get(0) + "; use the version that drew the dataset",
                    other);
        }
        // The recorded hash: read by a version that knows more parameters, the spec has another.
        Plan plan = new Plan(recorded.specHash(), spec.samples(), recorded.shardSize());
        if (!recorded.sound() || !plan.hash().equals(recorded.planHash())) {
            throw new BadInputException(destination.describe() + "/" + RecordedPlan.FILE
                    + " was changed, or written by a version of Limner that plans otherwise: it says plan "
                    + recorded.planHash() + ", its spec gives " + plan.hash());
        }
        return new StoredDataset(destination, spec, plan, recorded.parameters());
    }
}
