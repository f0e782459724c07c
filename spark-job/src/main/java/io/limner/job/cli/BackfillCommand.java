package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.config.FailureBudget;
import io.limner.job.config.RenderSettings;
import io.limner.job.execute.FaceSamplers;
import io.limner.job.execute.RenderRun;
import io.limner.job.execute.SparkStart;
import io.limner.job.write.Destination;
import io.limner.job.write.Manifest;
import io.limner.job.write.StoredDataset;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.DatasetSpec.Output;
import io.limner.schema.spec.LabelKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limner backfill}. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Adds labels to a finished dataset: draws the same samples again, proves by their pixel hashes that they are the same "
                    + "pictures, and writes a new version that has all that the old one had and the labels. The old one stays as "
                    + "it is. Run again, it goes on where it was stopped."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  limner backfill out/quickstart --labels dense_landmarks",
            "  limner backfill out/quickstart --labels amodal,alpha --out out/quickstart-for-compositing",
            "  limner backfill s3a://bucket/faces --labels normals --out s3a://bucket/faces-2 --device gpu",
            "  limner backfill out/quickstart --labels canonical --dry-run"
        })
final class BackfillCommand implements Callable<Integer> {
    /** A name that ends in a number which {@link #next} gives; a day, as ds=2026-01-10, is none. */
    private static final Pattern NUMBERED = Pattern.compile("(.*/)?([^/=]*)-([2-9]|[1-9]\\d{1,3})");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(paramLabel = "DATASET", description = "The dataset: what render was given with --out.")
    private String dataset;

    @Mixin
    private LabelsOption labels;

    @Option(
            names = "--out",
            paramLabel = "URI",
            description =
                    "Where the new version goes (default: beside the old one, its name with -2, or the next number).")
    private String out;

    @Mixin
    private AssetsOption assets;

    @Mixin
    private DeviceOption device;

    @Mixin
    private SlotOptions slot;

    @Mixin
    private MasterOption master;

    @Option(
            names = "--max-failures",
            paramLabel = "N|P%%",
            defaultValue = "0",
            description =
                    "So many samples may fail, or show another picture, and become FAILED rows; one more ends the run (default: ${DEFAULT-VALUE}). "
                            + "Rows that were FAILED stay so and do not count.")
    private String maxFailures;

    @Option(names = "--dry-run", description = "Says what would be drawn, and draws nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = SparkStart.hadoop();
        StoredDataset before = StoredDataset.at(Destination.open(dataset, hadoop));
        Output had = before.spec().output();
        Set<LabelKind> added = labels.checked(had.labels());
        Manifest old = Manifest.at(before.destination())
                .orElseThrow(() -> new BadInputException(before.destination().describe()
                        + " is not complete: finish it with the render command that began it, then add labels"));
        Set<LabelKind> all = EnumSet.copyOf(added);
        all.addAll(had.labels());
        DatasetSpec spec = assets.root().pinned(before.spec().with(new Output(had.image(), all)));
        if (!spec.assets().equals(before.spec().assets())) {
            throw new BadInputException("--assets: files there are not those that "
                    + before.destination().describe() + " was drawn with; name the root of these");
        }
        RenderSettings settings = new RenderSettings(
                spec,
                text(before, all),
                out(before.destination(), hadoop),
                OptionalInt.of(before.plan().shardSize()),
                new RenderSettings.Drawing(
                        device.name(),
                        FailureBudget.parse(maxFailures).plus(old.totals().failed()),
                        before.destination().address(),
                        true));
        Optional<String> farm = master.checked();
        RenderRun run = new RenderRun(settings, hadoop);
        FarmRun drawing = new FarmRun(run, new FaceSamplers(assets.root()), slot, farm);
        return draw(run, drawing, farm, before, old, added);
    }

    private int draw(
            RenderRun run,
            FarmRun drawing,
            Optional<String> farm,
            StoredDataset before,
            Manifest old,
            Set<LabelKind> added)
            throws IOException {
        PrintWriter says = command.commandLine().getOut();
        Optional<Manifest> complete = run.complete();
        says.println("adding " + LabelsOption.names(added) + " to the "
                + Quantity.count(old.totals().samples()) + " samples of "
                + before.destination().describe());
        if (dryRun) {
            PlanText.print(says, run.settings().spec(), run.plan(), SparkStart.slots(farm));
            says.println("to           " + run.destination().describe());
            says.println(complete.isPresent() ? "complete: nothing would be drawn" : "nothing was drawn (--dry-run)");
            return ExitCode.DONE;
        }
        if (complete.isPresent()) {
            run.tidy();
            says.println("complete: " + run.destination().describe() + " holds them all");
        }
        Manifest manifest =
                complete.isPresent() ? complete.get() : drawing.draw(command.commandLine(), SparkStart.hadoop());
        long failed = manifest.totals().failed() - old.totals().failed();
        if (failed > 0) {
            says.println(Quantity.count(failed) + " samples that were drawn before are FAILED rows in "
                    + run.destination().describe() + ", whose error_message says why");
        }
        return failed > 0 ? ExitCode.FAILED : RenderCommand.outcome(manifest);
    }

    /** Beside the old one unless told; neither the old one itself, nor within it, nor around it. */
    private String out(Destination before, Configuration hadoop) throws IOException {
        String place = out == null ? next(before.describe()) : out;
        String there = folder(Destination.open(place, hadoop).address());
        String here = folder(before.address());
        if (there.startsWith(here) || here.startsWith(there)) {
            throw new BadInputException("--out " + place + " is the dataset itself, or one lies within the other: "
                    + before.describe() + " stays as it is; name another place for the new version");
        }
        return place;
    }

    private static String folder(String address) {
        return address.endsWith("/") ? address : address + "/";
    }

    /** {@code faces} becomes {@code faces-2}, that {@code faces-3}; {@code ds=2026-01-10} becomes {@code ds=2026-01-10-2}. */
    static String next(String place) {
        String plain = place.replaceAll("/+$", "");
        Matcher numbered = NUMBERED.matcher(plain);
        return numbered.matches()
                ? plain.substring(0, numbered.start(3)) + (Integer.parseInt(numbered.group(3)) + 1)
                : plain + "-2";
    }

    /** The spec that is kept beside the rows: the old one's, with what this adds. */
    private static String text(StoredDataset before, Set<LabelKind> all) throws IOException {
        String text = before.destination()
                .read("_limner/spec.yaml")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> before.spec().canonical() + "\n");
        return text + "\n# Labels were added later, as with this setting on the command line:\n#   --set 'labels=["
                + LabelsOption.names(all) + "]'\n";
    }
}
