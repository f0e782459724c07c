package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.config.FailureBudget;
import io.limner.job.config.RenderSettings;
import io.limner.job.coverage.SpecDifference;
import io.limner.job.execute.RenderRun;
import io.limner.job.execute.SparkStart;
import io.limner.job.write.Destination;
import io.limner.job.write.Manifest;
import io.limner.job.write.StoredDataset;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limner render}. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Draws what a spec says, and writes it as Parquet with labels. Run again, it draws what is missing and nothing else.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  limner render examples/quickstart.yaml",
            "  limner render faces.yaml --out /data/faces --master local[4]",
            "  limner render faces.yaml --out s3a://bucket/faces --shard-size 200",
            "  limner render faces-2.yaml --from out/faces-1 --out out/faces-2",
            "  limner render faces.yaml --set samples=10 --set image.format=png --out out/ten",
            "  spark-submit --master spark://host:7077 --class io.limner.job.cli.Limner JAR render faces.yaml --out s3a://bucket/faces"
        })
final class RenderCommand implements Callable<Integer> {
    /** So many samples are compared to say how many will be copied. */
    private static final long LOOK = 200_000;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Mixin
    private SpecArguments arguments;

    @Mixin
    private DeviceOption device;

    @Mixin
    private SlotOptions slot;

    @Option(
            names = "--out",
            paramLabel = "URI",
            description =
                    "Where the dataset goes: a folder, s3a://bucket/prefix, hdfs://... (default: out/ and the spec's name).")
    private String out;

    @Mixin
    private MasterOption master;

    @Mixin
    private ShardSizeOption shardSize;

    @Option(
            names = "--from",
            paramLabel = "DATASET",
            description =
                    "A dataset of an earlier version of the spec: samples that show the same are copied from it, the others drawn.")
    private String from;

    @Option(
            names = "--max-failures",
            paramLabel = "N|P%%",
            defaultValue = "1%",
            description =
                    "So many samples may fail and become FAILED rows, or such a share of those that are done, but at least 10; one more "
                            + "ends the run (default: 1%%).")
    private String maxFailures;

    @Option(names = "--dry-run", description = "Says what would be drawn, and draws nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        Optional<String> farm = master.checked();
        slot.loadAhead(farm);
        DatasetSpec spec = arguments.read();
        RenderSettings.Drawing all = new RenderSettings.Drawing(device.name(), FailureBudget.parse(maxFailures), "");
        OptionalInt samplesAShard = shardSize.checked();
        Configuration hadoop = SparkStart.hadoop();
        Optional<StoredDataset> earlier = earlier(spec, hadoop);
        RenderSettings settings = new RenderSettings(
                spec,
                arguments.text(),
                destination(spec),
                samplesAShard,
                new RenderSettings.Drawing(
                        all.device(),
                        all.budget(),
                        earlier.map(there -> there.destination().address()).orElse("")));
        RenderRun run = new RenderRun(settings, hadoop);
        if (from == null && !dryRun && isNewFolder(run.destination())) {
            slot.openAhead(arguments.samplers(), spec, all, farm);
        }
        FarmRun drawing = new FarmRun(run, arguments.samplers(), slot, farm);
        PrintWriter says = command.commandLine().getOut();
        Optional<Manifest> complete = run.complete();
        earlier.ifPresent(there -> sayWhatIsCopied(there, spec, says));
        if (dryRun) {
            PlanText.print(says, spec, run.plan(), SparkStart.slots(farm));
            says.println(complete.isPresent() ? "complete: nothing would be drawn" : "nothing was drawn (--dry-run)");
            return ExitCode.DONE;
        }
        if (complete.isPresent()) {
            run.tidy();
            says.println("complete: " + run.destination().describe() + " holds all "
                    + Quantity.count(complete.get().totals().samples()) + " samples of this spec");
            return outcome(complete.get());
        }
        Manifest manifest = drawing.draw(command.commandLine(), hadoop);
        if (earlier.isPresent() && manifest.run().copied() == 0) {
            says.println(whyNoneWasCopied(earlier.get(), manifest));
        }
        return outcome(manifest);
    }

    private String destination(DatasetSpec spec) {
        String base = out == null ? "out/" + spec.name() : out;
        return arguments
                .partition()
                .map(part -> base.endsWith("/") ? base + part : base + "/" + part)
                .orElse(base);
    }

    private static boolean isNewFolder(Destination destination) {
        return destination.isLocal() && Files.notExists(Path.of(destination.describe()));
    }

    /** The dataset to copy from. */
    private Optional<StoredDataset> earlier(DatasetSpec spec, Configuration hadoop) throws IOException {
        if (from == null) {
            return Optional.empty();
        }
        Destination there = Destination.open(from, hadoop);
        if (there.address().equals(Destination.open(destination(spec), hadoop).address())) {
            throw new BadInputException(
                    "--from " + from
                            + " is also where the dataset is to go; name another place with --out, the earlier one stays as it is");
        }
        return Optional.of(StoredDataset.at(there));
    }

    private static void sayWhatIsCopied(StoredDataset earlier, DatasetSpec spec, PrintWriter says) {
        SpecDifference difference = new SpecDifference(earlier.spec(), spec, LOOK);
        long same = difference.outputChanged()
                ? 0
                : difference.looked() - difference.changed().size();
        says.println((same == 0 ? "copying " : "copying at most ")
                + Quantity.count(Math.round((double) same / difference.looked() * difference.common()))
                + (difference.looked() == difference.common() ? "" : " (about)") + " of "
                + Quantity.count(spec.samples()) + " samples from "
                + earlier.destination().describe()
                + (difference.outputChanged() ? ": image settings or labels are other, which changes every row" : ""));
    }

    private static String whyNoneWasCopied(StoredDataset earlier, Manifest drawn) throws IOException {
        String before = Manifest.at(earlier.destination())
                .map(there -> String.join("; ", there.drawnBy()))
                .orElse("what is not known: it has no manifest");
        return "this run copied no sample from " + earlier.destination().describe()
                + ": rows are copied only if they show the same and this build of Limner drew them with the same device and driver. "
                + "They were drawn by " + before + "; these by " + String.join("; ", drawn.drawnBy());
    }

    /** A dataset of nothing but failures is no success, whatever the budget allows. */
    static int outcome(Manifest manifest) {
        return manifest.totals().failed() == manifest.totals().samples() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
