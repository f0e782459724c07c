package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Spark's master, as all commands that start Spark take it. */
final class MasterOption {
    private static final String KNOWN =
            "local(\\[(\\*|[1-9]\\d{0,3})(,[1-9]\\d?)?])?|local-cluster\\[.*]|spark://.+|yarn|k8s://.+";

    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description =
                    "Spark's master (default: what spark-submit says, else local[*]: every processor of this machine).")
    private String master;

    /** The master that was asked for; refuses what Spark would answer with a stack trace. */
    Optional<String> checked() {
        if (master != null && !master.matches(KNOWN)) {
            throw new BadInputException(
                    "--master " + master
                            + " is no master; use local[N] or local[*] for this machine, or spark://HOST:PORT, yarn, k8s://URL");
        }
        return Optional.ofNullable(master);
    }
}
