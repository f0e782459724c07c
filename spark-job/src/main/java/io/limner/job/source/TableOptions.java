package io.limner.job.source;

import io.limner.job.config.BadInputException;
import io.limner.job.config.RenderSettings;
import io.limner.job.execute.SamplerFactory;
import io.limner.job.execute.child.ChildLimits;
import io.limner.job.execute.child.ChildSamplers;
import io.limner.job.plan.Plan;
import io.limner.job.plan.ShardSize;
import io.limner.schema.sample.Columns;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Nearest;
import io.limner.schema.spec.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * What a reader may choose.
 *
 * @param device as {@code --device}
 * @param shardSize samples of a partition; empty for one that follows from the spec
 * @param apart whether each slot draws in a process of its own
 */
record TableOptions(String device, OptionalInt shardSize, boolean apart) {
    /** Before a key of the spec. */
    private static final String SET = "set.";

    private static final List<String> OWN = List.of("spec", "device", "assets", "slot", "shardSize");
    /** A table is planned as a whole, on the driver. */
    private static final int MOST_PARTITIONS = 10_000;
    /** Samples of a partition where nothing is drawn: seconds of work. */
    private static final int UNDRAWN = 50_000;

    static TableOptions of(CaseInsensitiveStringMap options) {
        options.keySet().forEach(TableOptions::refuseSlips);
        String device = options.getOrDefault("device", "auto");
        return new TableOptions(
                new RenderSettings.Drawing(device, 0).device(),
                shardSize(options.get("shardSize")),
                apart(options.getOrDefault("slot", "thread")));
    }

    /** Spark and catalogs have options of their own, so that one is refused only if it is nearly ours. */
    private static void refuseSlips(String option) {
        if (option.startsWith(SET) || OWN.stream().anyMatch(option::equalsIgnoreCase)) {
            return;
        }
        boolean ofSpec = option.matches("samples|seed|labels|image\\..*")
                || Parameters.names().contains(option);
        Optional<String> meant = ofSpec ? Optional.of(SET + option) : Nearest.to(option, OWN);
        meant.ifPresent(name -> {
            throw new BadInputException("there is no option " + option + "; did you mean " + name + "?");
        });
    }

    private static boolean apart(String slot) {
        if (!slot.matches("thread|process")) {
            throw new BadInputException("option slot = " + slot + " must be thread or process");
        }
        return slot.equals("process");
    }

    /** Samplers that draw where it was asked for. */
    SamplerFactory around(SamplerFactory within, DatasetSpec spec) {
        return apart ? new ChildSamplers(within, ChildLimits.standard(spec)) : within;
    }

    /** What {@code set.} options change of the spec, as {@code --set} takes it, in the order of the keys. */
    static List<String> overrides(CaseInsensitiveStringMap options) {
        Map<String, String> set = new TreeMap<>();
        options.asCaseSensitiveMap().forEach((key, value) -> {
            String name = key.toLowerCase(Locale.ROOT);
            if (name.startsWith(SET)) {
                set.put(name.substring(SET.length()), value);
            }
        });
        return set.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static OptionalInt shardSize(String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        if (!text.matches("[1-9]\\d{0,6}") || Integer.parseInt(text) > Plan.LARGEST_SHARD) {
            throw new BadInputException("option shardSize = " + text + " must be 1 to " + Plan.LARGEST_SHARD);
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** How the spec's samples become partitions for these columns. */
    Plan plan(DatasetSpec spec, Columns wanted) {
        if (shardSize.isEmpty() && ColumnNeeds.of(spec, wanted).effort() == ColumnNeeds.Effort.DESIGN) {
            return quickPlan(spec);
        }
        return plan(spec, shardSize.orElseGet(() -> ShardSize.standard(spec)));
    }

    /** The same where nothing is drawn. */
    Plan quickPlan(DatasetSpec spec) {
        return plan(spec, UNDRAWN);
    }

    private static Plan plan(DatasetSpec spec, int size) {
        long least = (spec.samples() - 1) / MOST_PARTITIONS + 1;
        return Plan.of(spec, (int) Math.min(Plan.LARGEST_SHARD, Math.max(least, size)));
    }
}
