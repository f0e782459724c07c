package io.limner.job.cli;

import io.limner.job.config.BadInputException;

/** Spark's master, as commands take it. */
final class MasterOption {
    private static final String KNOWN =
            "local(\\[(\\*|[1-9]\\d{0,3})(,[1-9]\\d?)?])?|local-cluster\\[.*]|spark://.+|yarn|k8s://.+";

    private MasterOption() {}

    /** Refuses what Spark would answer with a stack trace. */
    static void check(String master) {
        if (master != null && !master.matches(KNOWN)) {
            throw new BadInputException(
                    "--master " + master
                            + " is no master; use local[N] or local[*] for this machine, or spark://HOST:PORT, yarn, k8s://URL");
        }
    }
}
