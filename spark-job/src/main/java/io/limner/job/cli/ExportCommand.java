package io.limner.job.cli;

import io.limner.job.execute.SparkStart;
import io.limner.job.export.Export;
import io.limner.job.export.ExportFormat;
import io.limner.job.write.Destination;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limner export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes a finished dataset in the files of another tool, into a new folder on this machine.",
        footerHeading = "%nFormats:%n",
        footer = {
            "  dlib        training.xml as dlib's shape predictor trainer reads it",
            "  pts         a 300-W .pts file beside each image",
            "  coco        annotations.json with box, 68 keypoints and mask of each face",
            "  yolo        a pose label file for each image and data.yaml, by split",
            "  webdataset  tar archives of 1,000 samples",
            "  files       images, label images and a JSON file of each row",
            "",
            "Examples:",
            "  limner export out/quickstart --format dlib --out out/quickstart-dlib",
            "  limner export s3a://bucket/faces --format coco --split train --out faces-train"
        })
final class ExportCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(paramLabel = "DATASET", description = "The dataset: what render was given with --out.")
    private String dataset;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}, in either case; see below.")
    private ExportFormat format;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A folder that is not there yet.")
    private Path out;

    @Option(names = "--split", paramLabel = "NAME", description = "Only the samples of this split.")
    private String split;

    @Override
    public Integer call() throws IOException {
        PrintWriter says = command.commandLine().getOut();
        PrintWriter progress = command.commandLine().getErr();
        boolean terminal = Terminal.isWatched();
        Configuration hadoop = SparkStart.hadoop();
        AtomicLong read = new AtomicLong();
        Export.Result result = new Export(Destination.open(dataset, hadoop), hadoop)
                .run(format, out, split, samples -> {
                    if (terminal && read.addAndGet(samples) % 100 == 0) {
                        progress.print("\r" + Quantity.count(read.get()) + " samples read");
                        progress.flush();
                    }
                });
        if (terminal) {
            progress.println();
        }
        says.println(Quantity.count(result.samples()) + " samples in " + out
                + (result.failed() > 0 ? "; left out: " + Quantity.count(result.failed()) + " that failed" : "")
                + (result.others() > 0 ? "; " + Quantity.count(result.others()) + " of other splits" : ""));
        return ExitCode.DONE;
    }
}
