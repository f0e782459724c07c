package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.config.RenderSettings;
import io.limner.job.execute.FaceSamplers;
import io.limner.job.execute.RenderRun;
import io.limner.job.execute.SparkStart;
import io.limner.job.write.Manifest;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.EglContext;
import io.limner.renderer.egl.EglException;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
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
            "  limner render faces.yaml --set samples=10 --set image.format=png --out out/ten",
            "  spark-submit --master spark://host:7077 --class io.limner.job.cli.Limner JAR render faces.yaml --out s3a://bucket/faces"
        })
final class RenderCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Mixin
    private SpecArguments arguments;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--out",
            paramLabel = "URI",
            description =
                    "Where the dataset goes: a folder, s3a://bucket/prefix, hdfs://... (default: out/ and the spec's name).")
    private String out;

    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description =
                    "Spark's master (default: what spark-submit says, else local[*]: every processor of this machine).")
    private String master;

    @Option(
            names = "--shard-size",
            paramLabel = "N",
            description = "Samples in a file (default: from the spec, about 16 files and none over about 128 MB).")
    private Integer shardSize;

    @Option(
            names = "--max-failures",
            paramLabel = "N",
            defaultValue = "" + RenderSettings.Drawing.STANDARD_BUDGET,
            description =
                    "So many samples may fail and become FAILED rows; one more ends the run (default: ${DEFAULT-VALUE}).")
    private long maxFailures;

    @Option(names = "--dry-run", description = "Says what would be drawn, and draws nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        DatasetSpec spec = arguments.read();
        RenderSettings settings = new RenderSettings(
                spec,
                arguments.text(),
                destination(spec),
                ShardSizeOption.checked(shardSize),
                new RenderSettings.Drawing(device.name(), maxFailures));
        MasterOption.check(master);
        Configuration hadoop = SparkStart.hadoop();
        RenderRun run = new RenderRun(settings, hadoop);
        PrintWriter says = command.commandLine().getOut();
        Optional<Manifest> complete = run.complete();
        if (dryRun) {
            PlanText.print(says, spec, run.plan(), SparkStart.slots(Optional.ofNullable(master)));
            says.println(complete.isPresent() ? "complete: nothing would be drawn" : "nothing was drawn (--dry-run)");
            return ExitCode.DONE;
        }
        if (complete.isPresent()) {
            says.println("complete: " + run.destination().describe() + " holds all "
                    + Quantity.count(complete.get().totals().samples()) + " samples of this spec");
            return outcome(complete.get());
        }
        checkDevice(settings.drawing().device());
        return draw(run, hadoop, says);
    }

    private String destination(DatasetSpec spec) {
        String base = out == null ? "out/" + spec.name() : out;
        return arguments
                .partition()
                .map(part -> base.endsWith("/") ? base + part : base + "/" + part)
                .orElse(base);
    }

    /** A GPU that is asked for and not there is known before anything is written, if this process is to draw. */
    private void checkDevice(String wanted) {
        if (!wanted.startsWith("gpu")
                || !SparkStart.isLocal(SparkStart.configuration(Optional.ofNullable(master), "render"))) {
            return;
        }
        try {
            EglContext.open(DeviceChoice.parse(wanted)).close();
        } catch (EglException e) {
            throw new BadInputException(
                    "--device " + wanted + ": " + e.getMessage()
                            + ". Or use --device cpu; 'limner doctor' looks at this machine",
                    e);
        }
    }

    private JavaSparkContext startSpark(RenderRun run) {
        SparkConf conf = SparkStart.configuration(
                Optional.ofNullable(master), run.settings().spec().name());
        if (SparkStart.isLocal(conf)) {
            run.openAhead(FaceSamplers.RENDERER);
        }
        return SparkStart.start(conf);
    }

    private int draw(RenderRun run, Configuration hadoop, PrintWriter says) throws IOException {
        says.println("drawing " + Quantity.count(run.plan().samples()) + " samples in "
                + Quantity.count(run.plan().shards()) + " shards to "
                + run.destination().describe());
        ProgressLine progress = new ProgressLine(command.commandLine().getErr(), Terminal.isWatched());
        FinalSheet sheet = new FinalSheet(hadoop);
        Manifest manifest = run.draw(() -> startSpark(run), FaceSamplers.RENDERER, progress, sheet);
        says.println(String.format(
                Locale.ROOT,
                "%s samples in %s, %.1f images/s, drawn by %s",
                Quantity.count(manifest.totals().samples()),
                Quantity.bytes(manifest.totals().bytes()),
                progress.imagesPerSecond(),
                String.join("; ", manifest.drawnBy())));
        if (manifest.totals().failed() > 0) {
            says.println(Quantity.count(manifest.totals().failed())
                    + " samples could not be drawn: the rows with status FAILED say why");
        }
        says.println("dataset: " + run.destination().describe());
        sheet.problem()
                .ifPresentOrElse(
                        problem -> says.println("no contact sheet: " + problem),
                        () -> says.println("contact sheet: " + run.destination().describe() + "/" + FinalSheet.FILE));
        return outcome(manifest);
    }

    /** A dataset of nothing but failures is no success, whatever the budget allows. */
    static int outcome(Manifest manifest) {
        return manifest.totals().failed() == manifest.totals().samples() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
