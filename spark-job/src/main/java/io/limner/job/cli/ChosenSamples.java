package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.write.SampleChoice;
import io.limner.schema.design.Probes;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Value;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which samples of a spec are looked at, and what is done to them. */
final class ChosenSamples {
    private static final int MOST = 1000;
    private static final int MOST_CORNERS = 1024;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many samples (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--ids",
            paramLabel = "ID",
            split = ",",
            description = "These samples, in the place of some spread over all.")
    private List<Long> ids;

    @Option(names = "--random", description = "Other samples each time, in the place of some spread evenly.")
    private boolean random;

    @Option(
            names = "--sweep",
            paramLabel = "PARAMETER",
            description = "One sample, once for each value of this parameter; --count values of a number.")
    private String sweep;

    @Option(
            names = "--corners",
            paramLabel = "PARAMETER",
            split = ",",
            description = "One sample at every combination of the ends of these parameters, at most ten.")
    private List<String> corners;

    @Option(
            names = "--sample",
            paramLabel = "ID",
            defaultValue = "0",
            description = "The sample of --sweep and --corners (default: ${DEFAULT-VALUE}).")
    private long sample;

    /** Whether these are one sample, varied. */
    boolean varied() {
        return sweep != null || corners != null;
    }

    /** For a sheet of one sample, varied: which sample it is, and the values that it was given; two lines. */
    List<String> caption(Function<String, Value> values) {
        List<String> given = (sweep != null ? List.of(sweep) : corners)
                .stream().map(name -> name + " " + values.apply(name)).toList();
        return List.of("#" + sample + "  " + given.get(0), String.join("  ", given.subList(1, given.size())));
    }

    /** The spec itself, or a small one around one of its samples. */
    DatasetSpec of(DatasetSpec spec) {
        if (count < 1 || count > MOST) {
            throw new BadInputException("--count " + count + " must be 1 to " + MOST);
        }
        if (!varied()) {
            return spec;
        }
        if ((sweep != null && corners != null) || ids != null || random) {
            throw new BadInputException("--sweep, --corners, --ids and --random exclude each other; keep one of them");
        }
        if (sample < 0 || sample >= spec.samples()) {
            throw new BadInputException("--sample " + sample + " must be 0 to " + (spec.samples() - 1));
        }
        try {
            return sweep != null
                    ? Probes.sweep(spec, sample, sweep, Math.max(2, count))
                    : Probes.corners(spec, sample, corners);
        } catch (IllegalArgumentException unknown) {
            throw new BadInputException(
                    (sweep != null ? "--sweep " + sweep : "--corners " + String.join(",", corners)) + ": "
                            + unknown.getMessage(),
                    unknown);
        }
    }

    /** The ids that are drawn, of the spec that {@link #of} gives. */
    List<Long> ids(DatasetSpec spec) {
        if (varied()) {
            return SampleChoice.spread(spec.samples(), MOST_CORNERS);
        }
        if (ids != null) {
            for (long id : ids) {
                if (id < 0 || id >= spec.samples()) {
                    throw new BadInputException("--ids " + id + " must be 0 to " + (spec.samples() - 1));
                }
            }
            return ids;
        }
        return random
                ? new SplittableRandom()
                        .longs(0, spec.samples())
                        .distinct()
                        .limit(Math.min(count, spec.samples()))
                        .boxed()
                        .toList()
                : SampleChoice.spread(spec.samples(), count);
    }
}
