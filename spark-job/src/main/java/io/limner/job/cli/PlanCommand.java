package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.execute.SparkStart;
import io.limner.job.plan.CostEstimate;
import io.limner.job.plan.Plan;
import io.limner.job.plan.ShardSize;
import io.limner.schema.spec.DatasetSpec;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limner plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Counts samples, shards, bytes and time of a spec. Draws nothing, writes nothing, starts nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  limner plan examples/quickstart.yaml",
            "  limner plan faces.yaml --set samples=1000000 --slots 256 --images-per-second 8"
        })
final class PlanCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Mixin
    private SpecArguments arguments;

    @Option(names = "--shard-size", paramLabel = "N", description = "Samples in a file (default: from the spec).")
    private Integer shardSize;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "How many draw at once (default: the processors of this machine).")
    private Integer slots;

    @Option(
            names = "--images-per-second",
            paramLabel = "X",
            defaultValue = "" + CostEstimate.IMAGES_PER_SECOND,
            description =
                    "Speed of one slot at 512 x 512 (default: ${DEFAULT-VALUE}); render says what it was on your machine.")
    private double imagesPerSecond;

    @Override
    public Integer call() {
        DatasetSpec spec = arguments.read();
        int drawing = slots == null ? SparkStart.slots(Optional.empty()) : slots;
        if (drawing < 1 || !(imagesPerSecond > 0) || Double.isInfinite(imagesPerSecond)) {
            throw new BadInputException(
                    "--slots " + drawing + " --images-per-second " + imagesPerSecond + ": both must be more than 0");
        }
        int size = ShardSizeOption.checked(shardSize).orElseGet(() -> ShardSize.standard(spec));
        PlanText.print(
                command.commandLine().getOut(),
                spec,
                Plan.of(spec, size),
                CostEstimate.of(spec, drawing, imagesPerSecond),
                drawing);
        return ExitCode.DONE;
    }
}
