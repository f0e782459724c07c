package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.execute.FaceSamplers;
import io.limner.job.execute.RenderRun;
import io.limner.job.execute.SamplerFactory;
import io.limner.job.execute.SparkStart;
import io.limner.job.write.Manifest;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.EglContext;
import io.limner.renderer.egl.EglException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine;

/** A run on Spark that tells people how it goes. */
final class FarmRun {
    private final RenderRun run;
    private final SamplerFactory samplers;
    private final Optional<String> farm;

    /**
     * A run.
     *
     * @param renderer what draws
     * @param slot where it does
     * @param farm Spark's master, if one was named
     */
    FarmRun(RenderRun run, FaceSamplers renderer, SlotOptions slot, Optional<String> farm) {
        this.run = run;
        this.samplers = slot.around(
                renderer, run.settings().spec(), SparkStart.isLocal(SparkStart.configuration(farm, "render")));
        this.farm = farm;
    }

    /** Draws what is missing. */
    Manifest draw(CommandLine command, Configuration hadoop) throws IOException {
        checkDevice(run.settings().drawing().device());
        PrintWriter says = command.getOut();
        says.println("drawing " + Quantity.count(run.plan().samples()) + " samples in "
                + Quantity.count(run.plan().shards()) + " shards to "
                + run.destination().describe());
        ProgressLine progress = new ProgressLine(command.getErr(), Terminal.isWatched());
        FinalSheet sheet = new FinalSheet(hadoop);
        Manifest manifest = run.draw(this::startSpark, samplers, progress, sheet);
        says.println(String.format(
                Locale.ROOT,
                "%s samples in %s, %s%.1f images/s, drawn by %s",
                Quantity.count(manifest.totals().samples()),
                Quantity.bytes(manifest.totals().bytes()),
                manifest.run().copied() == 0
                        ? ""
                        : Quantity.count(manifest.run().copied()) + " of them copied, ",
                manifest.run().imagesPerSecond(),
                String.join("; ", manifest.drawnBy())));
        if (manifest.totals().failed() > 0) {
            says.println(Quantity.count(manifest.totals().failed()) + " samples could not be drawn ("
                    + ProgressLine.codes(manifest.totals().failures()) + "): the rows with status FAILED say why");
        }
        sayWhoDrew(manifest.run(), says);
        says.println("dataset: " + run.destination().describe());
        sheet.problem()
                .ifPresentOrElse(
                        problem -> says.println("no contact sheet: " + problem),
                        () -> says.println("contact sheet: " + run.destination().describe() + "/" + FinalSheet.FILE
                                + ", " + sheet.shown() + " of "
                                + Quantity.count(manifest.totals().samples()) + " samples"));
        return manifest;
    }

    private static void sayWhoDrew(Manifest.Run run, PrintWriter says) {
        if (run.executors().size() > 1) {
            run.executors()
                    .forEach(executor -> says.println(String.format(
                            Locale.ROOT,
                            "executor %s on %s: %s samples, %.1f images/s",
                            executor.id(),
                            executor.host(),
                            Quantity.count(executor.samples()),
                            executor.imagesPerSecond())));
        }
        run.faults().forEach(fault -> says.println("mended by trying again: " + fault));
    }

    /** A GPU that is asked for and not there is known before anything is written, if this process is to draw. */
    private void checkDevice(String wanted) {
        if (!wanted.startsWith("gpu") || !SparkStart.isLocal(SparkStart.configuration(farm, "render"))) {
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

    private JavaSparkContext startSpark() {
        SparkConf conf = SparkStart.configuration(farm, run.settings().spec().name());
        if (SparkStart.isLocal(conf)) {
            run.openAhead(samplers);
        }
        return SparkStart.start(conf);
    }
}
