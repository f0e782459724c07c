package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.execute.SparkStoppedException;
import io.limner.job.execute.TooManyFailuresException;
import io.limner.job.write.LeaseHeldException;
import io.limner.renderer.egl.EglException;
import io.limner.renderer.image.MissingCodecException;
import io.limner.renderer.pass.DrawingException;
import io.limner.renderer.pass.UnfitDeviceException;
import io.limner.schema.design.ExhaustedException;
import io.limner.schema.spec.SpecException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.security.AccessControlException;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.spark.SparkException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What people get to see when something fails: a message with a remedy and an exit code; a stack trace only for our own bugs. */
final class Faults implements IExecutionExceptionHandler {

    /** Words of S3 and of its token service. */
    private static final Pattern EXPIRED =
            Pattern.compile("ExpiredToken|TokenRefreshRequired|security token .{0,40}expired");

    /** What is said, and how the process ends. */
    record Verdict(int exitCode, String message) {}

    /** For arguments that the parser refuses. */
    static int wrongArguments(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("limner: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr()
                .println("limner: '" + command.getCommandSpec().qualifiedName() + " --help' shows what there is");
        return ExitCode.WRONG_INPUT;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        Optional<Verdict> verdict = verdict(e);
        if (verdict.isEmpty()) {
            command.getErr().println("limner: a fault of Limner itself, please report it:");
            e.printStackTrace(command.getErr());
            return ExitCode.FAILED;
        }
        verdict.get().message().lines().forEach(line -> command.getErr().println("limner: " + line));
        return verdict.get().exitCode();
    }

    /** What a fault means for people; empty for one that nobody foresaw. */
    static Optional<Verdict> verdict(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        for (Throwable e : chain) {
            if (e instanceof BadInputException || e instanceof SpecException || e instanceof ExhaustedException) {
                return Optional.of(new Verdict(ExitCode.WRONG_INPUT, e.getMessage()));
            }
            if (e instanceof LeaseHeldException) {
                return Optional.of(new Verdict(ExitCode.TRY_AGAIN, e.getMessage()));
            }
            if (e instanceof TooManyFailuresException) {
                return Optional.of(new Verdict(ExitCode.FAILED, e.getMessage()));
            }
            if (e instanceof UnfitDeviceException) {
                return Optional.of(new Verdict(ExitCode.WRONG_INPUT, e.getMessage()));
            }
            if (e instanceof DrawingException) {
                return Optional.of(
                        new Verdict(ExitCode.FAILED, e.getMessage() + "\n'limner doctor' looks at this machine"));
            }
            if (e instanceof ParquetDecodingException) {
                return Optional.of(new Verdict(
                        ExitCode.FAILED,
                        e.getMessage()
                                + "\nA shard is damaged: 'limner verify --repair' removes it, and the same render command "
                                + "then draws it anew"));
            }
            if (e instanceof EglException || e instanceof MissingCodecException) {
                return Optional.of(
                        new Verdict(ExitCode.FAILED, e.getMessage() + "\n'limner doctor' looks at this machine"));
            }
        }
        for (Throwable e : chain) {
            if (e instanceof SparkStoppedException) {
                return Optional.of(new Verdict(ExitCode.FAILED, e.getMessage()));
            }
            if (e instanceof IOException io && !(e instanceof java.io.InvalidClassException)) {
                return Optional.of(store(io));
            }
        }
        return chain.stream().anyMatch(SparkException.class::isInstance)
                ? Optional.of(new Verdict(ExitCode.FAILED, spark(chain)))
                : Optional.empty();
    }

    private static Verdict store(IOException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        if (message.contains("No space left on device")) {
            return new Verdict(
                    ExitCode.FAILED,
                    "no space left: " + message + "\nFree some, then run the same command again: finished shards stay");
        }
        if (EXPIRED.matcher(message).find()) {
            return new Verdict(
                    ExitCode.TRY_AGAIN,
                    "the store's keys have expired: " + message
                            + "\nGet new ones, then run the same command again: finished shards stay. A role, whose keys are renewed, "
                            + "outlasts any run");
        }
        boolean refused = e instanceof AccessControlException
                || e instanceof AccessDeniedException
                || e instanceof FileNotFoundException
                // The S3 connector's: there is no such bucket, or it is in another region.
                || e.getClass().getSimpleName().equals("UnknownStoreException")
                || e.getClass().getSimpleName().equals("AWSRedirectException")
                || message.contains("AuthorizationHeaderMalformed")
                || message.contains("Mkdirs failed")
                || message.contains("Not a directory")
                || message.contains("Permission denied");
        if (refused) {
            return new Verdict(
                    ExitCode.WRONG_INPUT,
                    "the store refuses: " + message
                            + "\nLook at the address, its region, the keys in the environment and the rights there; 'limner doctor --store' names "
                            + "what is missing");
        }
        return new Verdict(
                ExitCode.TRY_AGAIN,
                "the store failed: " + message + "\nRun the same command again later: finished shards stay");
    }

    /** Spark tells of a failed task in its message, with the executor's stack trace below the first lines. */
    private static String spark(List<Throwable> chain) {
        String message = chain.stream()
                .filter(SparkException.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst()
                .map(String::valueOf)
                .orElse("no reason was given");
        String told = message.lines()
                .takeWhile(line -> !line.startsWith("\tat ") && !line.startsWith("Driver stacktrace"))
                .reduce((first, second) -> first + "\n" + second)
                .orElse(message);
        return "Spark gave up: " + told + "\nRun the same command again: finished shards stay";
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable at = thrown; at != null && !chain.contains(at); at = at.getCause()) {
            // What wraps an I/O fault says nothing of its own.
            if (!(at instanceof UncheckedIOException)) {
                chain.add(at);
            }
        }
        return chain;
    }
}
