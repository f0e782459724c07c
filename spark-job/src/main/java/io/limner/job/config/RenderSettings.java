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
     * @param maxFailures the error budget: so many samples may fail, one more ends the run
     * @param earlier the address of a dataset whose rows are copied where they show the same; empty for none
     * @param adds whether every row of it is drawn again instead, and gets the labels that it lacks
     */
    public record Drawing(String device, long maxFailures, String earlier, boolean adds) implements Serializable {
        /** Samples that may fail where nobody says. */
        public static final long STANDARD_BUDGET = 10;

        /** Drawing that copies nothing. */
        public Drawing(String device, long maxFailures) {
            this(device, maxFailures, "");
        }

        /** Drawing that copies. */
        public Drawing(String device, long maxFailures, String earlier) {
            this(device, maxFailures, earlier, false);
        }

        public Drawing {
            if (!device.matches("auto|cpu|gpu|gpu:\\d{1,4}")) {
                throw new BadInputException("--device " + device
                        + " is not a device; use auto, cpu, gpu or gpu:N, where N is a CUDA index");
            }
            if (maxFailures < 0) {
                throw new BadInputException("--max-failures " + maxFailures
                        + " must be 0 or more; 0 ends the run at the first sample that cannot be drawn");
            }
        }
    }
}
