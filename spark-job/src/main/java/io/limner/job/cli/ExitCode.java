package io.limner.job.cli;

/** Exit codes of every command. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;
    static final int TRY_AGAIN = 75;

    private ExitCode() {}
}
