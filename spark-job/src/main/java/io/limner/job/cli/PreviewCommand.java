package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.config.RenderSettings;
import io.limner.job.execute.Sampler;
import io.limner.renderer.Overlap;
import io.limner.renderer.image.ContactSheet;
import io.limner.renderer.image.Tile;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.EncodedImage;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.LabelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private static final int MOST_COLUMNS = 1000;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Mixin
    private SpecArguments arguments;

    @Mixin
    private ChosenSamples chosen;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "sheet.png",
            description = "The sheet, a .png or .jpg file (default: ${DEFAULT-VALUE}).")
    private Path out;

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

    @Option(names = "--no-captions", description = "Pictures only, no text below them.")
    private boolean bare;

    @Override
    public Integer call() throws IOException {
        DatasetSpec spec = withLabels(chosen.of(arguments.read()));
        List<Long> ids = chosen.ids(spec);
        ImageFormat format = format(out);
        if (columns < 0 || columns > MOST_COLUMNS) {
            throw new BadInputException("--columns " + columns + " must be 0 to " + MOST_COLUMNS);
        }
        if (tile < 16 || tile > 4096) {
            throw new BadInputException("--tile " + tile + " must be 16 to 4096 pixels");
        }
        if (Files.isDirectory(out)) {
            throw new BadInputException(
                    "--out " + out + " is a folder; name a file in it, such as " + out.resolve("sheet.png"));
        }
        makeFolder();
        ContactSheet.Layout layout = new ContactSheet.Layout(
                columns, Math.min(tile, spec.output().image().width()), landmarks, layers);
        EncodedImage sheet = new ContactSheet(layout).encodeTiles(draw(spec, ids), format);
        write(out.toAbsolutePath(), sheet.bytes());
        command.commandLine()
                .getOut()
                .println("contact sheet: " + out + ", " + ids.size() + " of " + Quantity.count(spec.samples())
                        + " samples");
        return ExitCode.DONE;
    }

    private List<Tile> draw(DatasetSpec spec, List<Long> ids) {
        RenderSettings.Drawing drawing = new RenderSettings.Drawing(device.name(), ids.size());
        SceneDesign design = new SceneDesign(spec);
        List<Tile> tiles = new ArrayList<>();
        // One slot has all processors to itself.
        try (Sampler sampler = arguments.samplers().overlapping(Overlap.ON).open(design, drawing.device())) {
            for (int i = 0; i < ids.size(); i++) {
                long sampleId = ids.get(i);
                long[] next = ids.stream().skip(i + 1).mapToLong(id -> id).toArray();
                Tile drawn = Tile.of(sampler.sample(sampleId, next), landmarks, layers);
                tiles.add(chosen.varied() ? drawn.captioned(chosen.caption(design.sample(sampleId))) : drawn);
            }
        }
        return bare ? tiles.stream().map(tile -> tile.captioned(List.of())).toList() : tiles;
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
