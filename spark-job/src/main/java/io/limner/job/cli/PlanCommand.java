package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.coverage.Coverage;
import io.limner.job.coverage.CoverageRun;
import io.limner.job.execute.Measurement;
import io.limner.job.execute.SparkStart;
import io.limner.job.plan.CostEstimate;
import io.limner.job.plan.Plan;
import io.limner.job.plan.ShardSize;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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
        description = {
            "Says what a dataset will contain and cost, before a pixel is drawn: samples, shards, bytes, time; then the proof, for which "
                    + "scenes are resolved and counted: strata, discrepancy, association of attributes, quotas, duplicates.",
            "Counts the attributes that the spec speaks of (all, if it speaks of none)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  limner plan examples/quickstart.yaml",
            "  limner plan audit.yaml --strict --min-stratum 20",
            "  limner plan faces.yaml --set samples=1000000 --slots 256 --images-per-second 8 --price 0.03"
        })
final class PlanCommand implements Callable<Integer> {
    private static final int MOST_WARNINGS = 20;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Mixin
    private SpecArguments arguments;

    @Mixin
    private ShardSizeOption shardSize;

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

    @Option(
            names = "--price",
            paramLabel = "X",
            description = "What one slot costs an hour, in any currency: the plan then says what the dataset costs.")
    private Double price;

    @Option(
            names = "--measure",
            paramLabel = "N",
            description = "Draws N samples first, and takes the speed and the size from them.")
    private Integer measure;

    @Option(
            names = "--look",
            paramLabel = "N",
            description =
                    "How many samples the proof looks at, spread over all; 0 for no proof (default: all up to 20 million, else 100,000).")
    private Long look;

    @Option(
            names = "--min-stratum",
            paramLabel = "N",
            description =
                    "Warns of strata with fewer samples (default: 1, and 0 for ranges of what is drawn by a curve).")
    private Long leastStratum;

    @Option(names = "--strict", description = "Warnings are errors: exit code 2.")
    private boolean strict;

    @Mixin
    private MasterOption master;

    @Mixin
    private DeviceOption device;

    @Override
    public Integer call() throws IOException {
        DatasetSpec spec = arguments.read();
        checkNumbers();
        Optional<String> farm = master.checked();
        int drawing = slots == null ? SparkStart.slots(Optional.empty()) : slots;
        PrintWriter says = command.commandLine().getOut();
        int size = shardSize.checked().orElseGet(() -> ShardSize.standard(spec));
        Plan plan = Plan.of(spec, size);
        CostEstimate cost = CostEstimate.of(spec, plan, drawing, imagesPerSecond);
        Optional<Measurement> measured =
                Optional.ofNullable(measure).map(n -> Measurement.of(spec, arguments.samplers(), device.name(), n));
        if (measured.isPresent()) {
            cost = CostEstimate.measured(
                    plan,
                    drawing,
                    measured.get().imagesPerSecond(),
                    measured.get().bytesPerRow());
        }
        PlanText.print(says, spec, plan, cost);
        measured.ifPresent(drawn -> says.println(String.format(
                Locale.ROOT,
                "measured     %.2f images/s of one slot of this machine, over %d samples",
                drawn.imagesPerSecond(),
                drawn.samples())));
        if (price != null) {
            says.println(String.format(
                    Locale.ROOT,
                    "cost         about %.2f, at %s for an hour of a slot",
                    cost.slotHours() * price,
                    price));
        }
        return prove(spec, farm, says);
    }

    private int prove(DatasetSpec spec, Optional<String> farm, PrintWriter says) {
        long looked =
                look != null ? look : spec.samples() <= CoverageRun.ALL_UNASKED ? spec.samples() : CoverageRun.SOME;
        if (looked == 0) {
            return ExitCode.DONE;
        }
        Coverage coverage = new CoverageRun(spec, arguments.declared(), looked)
                .run(() -> SparkStart.start(SparkStart.configuration(farm, "plan")));
        CoverageText.print(says, coverage);
        List<String> warnings = leastStratum == null ? coverage.warnings() : coverage.warnings(leastStratum);
        warnings.stream().limit(MOST_WARNINGS).forEach(warning -> says.println("warning: " + warning));
        if (warnings.size() > MOST_WARNINGS) {
            says.println("and " + (warnings.size() - MOST_WARNINGS) + " more warnings");
        }
        if (strict && !warnings.isEmpty()) {
            throw new BadInputException("--strict: the plan of " + spec.name() + " has " + warnings.size()
                    + (warnings.size() == 1 ? " warning" : " warnings") + "; change the spec, or leave out --strict");
        }
        return ExitCode.DONE;
    }

    private void checkNumbers() {
        if ((slots != null && slots < 1) || !(imagesPerSecond > 0) || Double.isInfinite(imagesPerSecond)) {
            throw new BadInputException(
                    "--slots " + slots + " --images-per-second " + imagesPerSecond + ": both must be more than 0");
        }
        if (price != null && !(price >= 0 && price < 1e9)) {
            throw new BadInputException("--price " + price + " must be 0 or more");
        }
        if (measure != null && (measure < 1 || measure > Measurement.MOST)) {
            throw new BadInputException("--measure " + measure + " must be 1 to " + Measurement.MOST);
        }
        if ((look != null && look < 0) || (leastStratum != null && leastStratum < 0)) {
            throw new BadInputException(
                    "--look " + look + " --min-stratum " + leastStratum + ": both must be 0 or more");
        }
    }
}
