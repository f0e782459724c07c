package io.limner.job.cli;

import io.limner.job.bench.Bench;
import io.limner.job.bench.BenchReport;
import io.limner.job.bench.BlenderPeer;
import io.limner.job.bench.Soak;
import io.limner.job.config.BadInputException;
import io.limner.renderer.LimnerVersion;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limner bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Measures this machine: images/s end to end to Parquet for each size, set of labels and number of slots, and what each stage of "
                    + "a sample costs, as text and as JSON.",
            "Of one slot also what overlapping gains (render's --overlap): images/s with one sample after the other, and with the next one drawn while "
                    + "the last is encoded and written; and how many times as long as the slowest stage alone an overlapping sample takes. "
                    + "That is 1 if nothing else costs time, and 1.25 or less on two idle processors.",
            "With --soak, one slot or several draw long instead, Spark included, and each tenth of that says how fast it was and what memory was held.",
            "With --peer blender, Blender's Cycles and EEVEE draw the same mesh with the same camera and size, in turn with one slot."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  limner bench",
            "  limner bench examples/quickstart.yaml --sizes 256,512,1024 --slots 1,2,4 --json bench.json",
            "  limner bench --labels landmarks --labels landmarks,segmentation,depth,normals",
            "  limner bench --soak 50000 --sizes 64",
            "  limner bench --slots 1 --peer blender --python venv/bin/python"
        })
final class BenchCommand implements Callable<Integer> {
    private static final String VARIED_ADULTS = "limner: 1\nname: bench\nsamples: 10000\n";
    private static final int MOST_SAMPLES = 100_000;
    private static final int MOST_SLOTS = 256;
    private static final long MOST_SOAKED = 50_000_000;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "SPEC", description = "The spec, a YAML file (default: varied adults).")
    private Path file;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "100",
            description = "Samples that each slot draws and that count (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "Samples that each slot draws before, while Java compiles what is used much (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--sizes",
            paramLabel = "PIXELS",
            split = ",",
            description = "Sides of square pictures, as 256,512 (default: the spec's size).")
    private List<Integer> sizes = new ArrayList<>();

    @Option(
            names = "--labels",
            paramLabel = "LABELS",
            description = "A set of labels, as landmarks,depth; can be repeated (default: the spec's).")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--slots",
            paramLabel = "N",
            split = ",",
            description = "How many draw at once, as 1,2,4 (default: 1 and the processors of this machine).")
    private List<Integer> slots = new ArrayList<>();

    @Option(
            names = "--soak",
            paramLabel = "N",
            description = "Draws N samples, after a tenth as many that do not count, and measures nothing else.")
    private Long soak;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the report here too.")
    private Path json;

    @Option(names = "--peer", paramLabel = "NAME", description = "Another renderer to measure in turn: blender.")
    private String peer;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            defaultValue = "python3",
            description = "A Python that can import bpy, if there is no program 'blender' (default: ${DEFAULT-VALUE}).")
    private String python;

    @Mixin
    private DeviceOption device;

    @Override
    public Integer call() throws IOException {
        check();
        PrintWriter says = command.commandLine().getOut();
        DatasetSpec spec = spec();
        BlenderPeer blender = peer == null ? null : BlenderPeer.find(python);
        Path folder = Files.createTempDirectory("limner-bench");
        try {
            List<BenchReport.Case> cases = new ArrayList<>();
            BenchReport.Soak soaked = null;
            for (DatasetSpec.Output output : outputs(spec)) {
                if (soak == null) {
                    cases.add(measure(spec.with(output), blender, folder, says));
                } else {
                    BenchText.printSoakHead(says);
                    soaked = new Soak(spec.with(output), device.name(), folder, soakingSlots())
                            .run(part -> BenchText.print(part, says));
                }
            }
            BenchReport report = new BenchReport(
                    LimnerVersion.current(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    BenchReport.Machine.here(),
                    cases,
                    soaked);
            BenchText.print(report, says);
            if (json != null) {
                report.write(json);
                says.println("report: " + json);
            }
        } finally {
            remove(folder);
        }
        return ExitCode.DONE;
    }

    private void check() {
        require(samples >= 1 && samples <= MOST_SAMPLES, "--samples " + samples, "1 to " + MOST_SAMPLES);
        require(warmUp >= 0 && warmUp <= MOST_SAMPLES, "--warm-up " + warmUp, "0 to " + MOST_SAMPLES);
        sizes.forEach(size -> require(
                size >= ImageSettings.SMALLEST && size <= ImageSettings.LARGEST,
                "--sizes " + size,
                ImageSettings.SMALLEST + " to " + ImageSettings.LARGEST + " pixels"));
        slots.forEach(n -> require(n >= 1 && n <= MOST_SLOTS, "--slots " + n, "1 to " + MOST_SLOTS));
        require(soak == null || (soak >= 1 && soak <= MOST_SOAKED), "--soak " + soak, "1 to " + MOST_SOAKED);
        if (soak != null && (sizes.size() > 1 || labels.size() > 1 || slots.size() > 1 || peer != null)) {
            throw new BadInputException(
                    "--soak measures one long run; give one of --sizes, --labels and --slots at most, and no --peer");
        }
        require(peer == null || peer.equals("blender"), "--peer " + peer, "blender, the one peer there is");
    }

    private DatasetSpec spec() {
        if (soak == null) {
            return file == null ? SpecReader.parse(VARIED_ADULTS, "the default") : SpecReader.read(file);
        }
        String samples = "samples: " + Soak.samples(soak, soakingSlots());
        return file == null
                ? SpecReader.parse(VARIED_ADULTS.replaceAll("samples: \\d+", samples), "the default")
                : SpecReader.read(file, List.of(samples.replace(": ", "=")));
    }

    private int soakingSlots() {
        return slots.isEmpty() ? 1 : slots.get(0);
    }

    private static void require(boolean holds, String given, String rule) {
        if (!holds) {
            throw new BadInputException(given + " is out of range; give " + rule);
        }
    }

    private List<DatasetSpec.Output> outputs(DatasetSpec spec) {
        ImageSettings image = spec.output().image();
        List<ImageSettings> images = sizes.isEmpty()
                ? List.of(image)
                : sizes.stream()
                        .map(side -> new ImageSettings(side, side, image.format(), image.quality()))
                        .toList();
        List<Set<LabelKind>> sets = labels.isEmpty()
                ? List.of(spec.output().labels())
                : labels.stream()
                        .map(list -> LabelsOption.kinds(List.of(list.split(","))))
                        .toList();
        return images.stream()
                .flatMap(size -> sets.stream().map(set -> new DatasetSpec.Output(size, set)))
                .toList();
    }

    private BenchReport.Case measure(DatasetSpec spec, BlenderPeer blender, Path folder, PrintWriter says)
            throws IOException {
        ImageSettings image = spec.output().image();
        List<String> kinds =
                spec.output().labels().stream().map(LabelsOption::name).toList();
        says.println(String.format(
                Locale.ROOT,
                "measuring %d x %d, %s, %s: %d samples a slot after %d ...",
                image.width(),
                image.height(),
                image.format().name().toLowerCase(Locale.ROOT),
                String.join(", ", kinds),
                samples,
                warmUp));
        says.flush();
        Bench bench = new Bench(spec, device.name(), samples, warmUp, folder);
        BenchReport.Stages stages = bench.stages();
        BenchReport.Overlapped overlap = bench.overlap();
        List<BenchReport.Run> runs = new ArrayList<>();
        int processors = Runtime.getRuntime().availableProcessors();
        List<Integer> counts = !slots.isEmpty() ? slots : processors == 1 ? List.of(1) : List.of(1, processors);
        for (int count : counts) {
            runs.add(bench.run(count));
        }
        BenchReport.Peer drawn = blender == null ? null : blender.compare(spec, device.name(), folder);
        return new BenchReport.Case(
                image.width(),
                image.height(),
                image.format().name().toLowerCase(Locale.ROOT),
                kinds,
                stages,
                overlap,
                runs,
                drawn);
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path found, BasicFileAttributes attributes) throws IOException {
                Files.delete(found);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path found, IOException fault) throws IOException {
                Files.delete(found);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
