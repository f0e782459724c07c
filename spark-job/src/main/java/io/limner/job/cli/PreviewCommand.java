package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.config.RenderSettings;
import io.limner.job.execute.FaceSamplers;
import io.limner.job.execute.Sampler;
import io.limner.job.write.SampleChoice;
import io.limner.renderer.image.ContactSheet;
import io.limner.schema.design.Probes;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.LabelKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limner preview}. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Draws a few samples of a spec, spread over all of them, onto one sheet. No Spark, no dataset.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  limner preview examples/quickstart.yaml",
            "  limner preview examples/quickstart.yaml --out sheet.png --count 32 --landmarks",
            "  limner preview faces.yaml --layers --count 6 --set head.yaw=45",
            "  limner preview faces.yaml --sweep subject.age --sample 3",
            "  limner preview faces.yaml --corners head.yaw,head.pitch"
        })
final class PreviewCommand implements Callable<Integer> {
    private static final int MOST = 1000;
    private static final int MOST_CORNERS = 1024;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Mixin
    private SpecArguments arguments;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "sheet.png",
            description = "The sheet, a .png or .jpg file (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many samples (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--columns",
            paramLabel = "N",
            defaultValue = "0",
            description = "Pictures in a row; 0 for a sheet half as wide again as high (default: ${DEFAULT-VALUE}).")
    private int columns;

    @Option(
            names = "--tile",
            paramLabel = "PIXELS",
            defaultValue = "256",
            description = "Width of a picture on the sheet, at most that of the sample (default: ${DEFAULT-VALUE}).")
    private int tile;

    @Option(
            names = "--landmarks",
            description = "Draws the landmarks over the pictures: green if visible, orange if hidden.")
    private boolean landmarks;

    @Option(names = "--layers", description = "Shows segmentation, depth and normals beside each picture.")
    private boolean layers;

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

    @Override
    public Integer call() throws IOException {
        DatasetSpec spec = withLabels(probed(arguments.read()));
        ImageFormat format = format(out);
        if (count < 1 || count > MOST) {
            throw new BadInputException("--count " + count + " must be 1 to " + MOST);
        }
        if (columns < 0 || columns > MOST) {
            throw new BadInputException("--columns " + columns + " must be 0 to " + MOST);
        }
        if (tile < 16 || tile > 4096) {
            throw new BadInputException("--tile " + tile + " must be 16 to 4096 pixels");
        }
        if (Files.isDirectory(out)) {
            throw new BadInputException(
                    "--out " + out + " is a folder; name a file in it, such as " + out.resolve("sheet.png"));
        }
        makeFolder();
        RenderSettings.Drawing drawing = new RenderSettings.Drawing(device.name(), count);
        PrintWriter says = command.commandLine().getOut();
        List<FaceSample> samples = new ArrayList<>();
        try (Sampler sampler = FaceSamplers.RENDERER.open(new SceneDesign(spec), drawing.device())) {
            for (long sampleId : chosen(spec)) {
                samples.add(sampler.sample(sampleId));
            }
        }
        ContactSheet.Layout layout = new ContactSheet.Layout(
                columns, Math.min(tile, spec.output().image().width()), landmarks, layers);
        EncodedImage sheet = new ContactSheet(layout).encode(samples, format);
        Path file = out.toAbsolutePath();
        write(file, sheet.bytes());
        says.println(
                "contact sheet: " + out + ", " + samples.size() + " of " + Quantity.count(spec.samples()) + " samples");
        return ExitCode.DONE;
    }

    /** The spec itself, or a small one around one of its samples. */
    private DatasetSpec probed(DatasetSpec spec) {
        if (sweep == null && corners == null) {
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
                    ? Probes.sweep(spec, sample, sweep, Math.max(2, Math.min(count, MOST)))
                    : Probes.corners(spec, sample, corners);
        } catch (IllegalArgumentException unknown) {
            throw new BadInputException(
                    (sweep != null ? "--sweep " + sweep : "--corners " + String.join(",", corners)) + ": "
                            + unknown.getMessage(),
                    unknown);
        }
    }

    private List<Long> chosen(DatasetSpec spec) {
        if (sweep != null || corners != null) {
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

    /** Before anything is drawn in vain. */
    private void makeFolder() {
        try {
            Files.createDirectories(out.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private BadInputException unwritable(IOException e) {
        return new BadInputException(
                "--out " + out + " cannot be written; name a file in a folder that you may write to", e);
    }

    /** What is to be seen must be drawn, whether or not the spec asks for it. Scenes do not change by it. */
    private DatasetSpec withLabels(DatasetSpec spec) {
        Set<LabelKind> labels = EnumSet.noneOf(LabelKind.class);
        if (landmarks) {
            labels.add(LabelKind.LANDMARKS);
        }
        if (layers) {
            labels.addAll(EnumSet.of(LabelKind.SEGMENTATION, LabelKind.DEPTH, LabelKind.NORMALS));
        }
        return spec.with(new DatasetSpec.Output(spec.output().image(), labels));
    }

    private static ImageFormat format(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return ImageFormat.PNG;
        }
        if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            return ImageFormat.JPEG;
        }
        throw new BadInputException(
                "--out " + file + " must end with .png or .jpg, which says what kind of picture it is to be");
    }
}
