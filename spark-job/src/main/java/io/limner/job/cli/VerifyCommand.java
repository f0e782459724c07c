package io.limner.job.cli;

import io.limner.job.execute.SparkStart;
import io.limner.job.verify.Finding;
import io.limner.job.verify.Verification;
import io.limner.job.write.Destination;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limner verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Reads every row of a dataset back: pictures decode, hashes are right, labels are in range, each sample is there "
                        + "once, the manifest agrees.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  limner verify out/quickstart",
            "  limner verify s3a://bucket/faces --repair && limner render faces.yaml --out s3a://bucket/faces"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST_LINES = 50;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(paramLabel = "DATASET", description = "The dataset: what render was given with --out.")
    private String dataset;

    @Option(
            names = "--repair",
            description =
                    "Removes shards with faults, so that the same render command draws them again, and only them.")
    private boolean repair;

    @Override
    public Integer call() throws IOException {
        PrintWriter says = command.commandLine().getOut();
        PrintWriter progress = command.commandLine().getErr();
        boolean terminal = Terminal.isWatched();
        Configuration hadoop = SparkStart.hadoop();
        AtomicLong checked = new AtomicLong();
        Verification verification = new Verification(Destination.open(dataset, hadoop), hadoop);
        Verification.Result result = verification.run(samples -> {
            checked.addAndGet(samples);
            if (terminal) {
                progress.print("\r" + Quantity.count(checked.get()) + " samples checked");
                progress.flush();
            }
        });
        if (terminal) {
            progress.println();
        }
        result.findings().stream().limit(MOST_LINES).map(Finding::toString).forEach(says::println);
        if (result.findings().size() > MOST_LINES) {
            says.println("and " + Quantity.count(result.findings().size() - MOST_LINES) + " more");
        }
        says.println(
                result.findings().isEmpty()
                        ? "verified: all " + Quantity.count(result.samples()) + " samples are there and right"
                        : Quantity.count(result.findings().size()) + " faults in " + Quantity.count(result.samples())
                                + " samples");
        return repair
                ? mend(verification, result, says)
                : result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static int mend(Verification verification, Verification.Result result, PrintWriter says)
            throws IOException {
        List<String> removed = verification.repair(result);
        removed.forEach(file -> says.println("removed " + file));
        boolean all = result.findings().stream().allMatch(finding -> removed.contains(finding.file()));
        if (!removed.isEmpty()) {
            says.println("run the same render command again: it draws these shards and nothing else");
        }
        if (!all) {
            says.println("the other faults are not a shard's: they stay");
        }
        return all ? ExitCode.DONE : ExitCode.FAILED;
    }
}
