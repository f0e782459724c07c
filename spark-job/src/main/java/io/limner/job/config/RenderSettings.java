package io.limner.job.config;

import io.limner.schema.spec.DatasetSpec;
import java.io.Serializable;
import java.util.OptionalInt;

/**
 * What a run is to do.
 *
 * @param spec what to draw
 * @param specText the spec's file as it was given, kept beside the rows
 * @param out where to, a folder or URI
 * @param shardSize samples a shard; empty for what is there already, or the standard
 * @param drawing how to draw
 */
public record RenderSettings(DatasetSpec spec, String specText, String out, OptionalInt shardSize, Drawing drawing) {

    /**
     * How to draw.
     *
     * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @param budget how many samples may fail; one more ends the run
     * @param earlier the address of a dataset whose rows are copied where they show the same; empty for none
     * @param adds whether every row of it is drawn again instead, and gets the labels that it lacks
     */
    public record Drawing(String device, FailureBudget budget, String earlier, boolean adds) implements Serializable {
        /** Drawing that copies nothing, of which so many samples may fail. */
        public Drawing(String device, long maxFailures) {
            this(device, new FailureBudget(maxFailures, 0), "", false);
        }

        /** Drawing that copies. */
        public Drawing(String device, FailureBudget budget, String earlier) {
            this(device, budget, earlier, false);
        }

        public Drawing {
            if (!device.matches("auto|cpu|gpu|gpu:\\d{1,4}")) {
                throw new BadInputException("--device " + device
                        + " is not a device; use auto, cpu, gpu or gpu:N, where N is a CUDA index");
            }
        }
    }
}
