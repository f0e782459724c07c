package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.coverage.SpecDifference;
import io.limner.job.execute.AssetRoot;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limner diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says which samples are other in spec B than in spec A, and by which parameters. Draws nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  limner diff faces-1.yaml faces-2.yaml", "  limner diff --ids faces-1.yaml faces-2.yaml"})
final class DiffCommand implements Callable<Integer> {
    private static final int FEW = 8;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(index = "0", paramLabel = "A", description = "The spec as it was.")
    private Path before;

    @Parameters(index = "1", paramLabel = "B", description = "The spec as it is.")
    private Path after;

    @Option(
            names = "--look",
            paramLabel = "N",
            defaultValue = "200000",
            description = "How many samples to compare; of more, some spread over all (default: ${DEFAULT-VALUE}).")
    private long look;

    @Option(names = "--ids", description = "Lists the ids of all samples that change, and not the first few only.")
    private boolean ids;

    @Mixin
    private AssetsOption assets;

    @Override
    public Integer call() throws IOException {
        if (look < 1) {
            throw new BadInputException("--look " + look + " must be 1 or more");
        }
        AssetRoot root = assets.root();
        boolean pinned = !root.equals(AssetRoot.NONE);
        DatasetSpec old = read(before, root);
        DatasetSpec fresh = read(after, root);
        SpecDifference difference = new SpecDifference(old, fresh, look);
        PrintWriter says = command.commandLine().getOut();
        boolean all = difference.looked() == difference.common();
        int changed = difference.changed().size();
        says.println("in both      " + Quantity.count(difference.common()) + " samples"
                + (all ? "" : ", of which " + Quantity.count(difference.looked()) + " were compared"));
        says.println("changed      " + Quantity.count(changed));
        difference.parameters().forEach((name, count) -> says.println("    " + name + " in " + Quantity.count(count)));
        if (changed > 0) {
            List<String> ranges = SpecDifference.ranges(difference.changed());
            says.println(
                    "    samples " + String.join(", ", ids ? ranges : ranges.subList(0, Math.min(FEW, ranges.size())))
                            + (ids || ranges.size() <= FEW ? "" : ", ... (--ids lists all)"));
        }
        if (difference.moved() > 0) {
            says.println("moved        " + Quantity.count(difference.moved())
                    + " show the same, in another subject, variant or part of the split");
        }
        extra(says, "only in A    ", old.samples(), fresh.samples());
        extra(says, "only in B    ", fresh.samples(), old.samples());
        if (difference.outputChanged()) {
            says.println("every row    image settings or labels are other");
        }
        if (!pinned && !(old.assets().isEmpty() && fresh.assets().isEmpty())) {
            says.println(
                    "not looked at the files under assets: they are compared by their names; --assets ROOT pins them to their content");
        }
        if (old.hash().equals(fresh.hash())) {
            says.println("The two say the same");
        }
        return ExitCode.DONE;
    }

    private static DatasetSpec read(Path file, AssetRoot root) throws IOException {
        DatasetSpec spec = SpecReader.read(file);
        return root.equals(AssetRoot.NONE) ? spec : root.pinned(spec);
    }

    private static void extra(PrintWriter says, String what, long mine, long others) {
        if (mine > others) {
            says.println(what + Quantity.count(mine - others) + " samples, " + others + "-" + (mine - 1));
        }
    }
}
