package io.limner.job.cli;

import io.limner.job.execute.SamplerPool;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The main class of every way to start Limner. Started by hand it runs Spark in its own process; started by {@code spark-submit}
 * it uses the master that {@code spark-submit} was given.
 */
@Command(
        name = "limner",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A render farm for synthetic faces: a short spec in, a labelled dataset out.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:failed",
            " 2:the input is wrong; mend it first",
            "75:try again later: a store, the network, or another run is in the way"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  limner render examples/quickstart.yaml",
            "  limner preview examples/quickstart.yaml --out sheet.png --landmarks",
            "  limner verify out/quickstart",
            "  limner backfill out/quickstart --labels dense_landmarks",
            "",
            "Of the launcher alone:",
            "  ./limner test     builds, and runs every test",
            "  ./limner setup    installs what is missing and builds",
            "  ./limner sbom     lists every jar that a run has"
        })
public final class Limner implements Runnable {
    private static final String LOGGING = "log4j2.configurationFile";

    /** In the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("render", RenderCommand.class);
        COMMANDS.put("plan", PlanCommand.class);
        COMMANDS.put("preview", PreviewCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("diff", DiffCommand.class);
        COMMANDS.put("backfill", BackfillCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("assets", AssetsCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("bench", BenchCommand.class);
        COMMANDS.put("parameters", ParametersCommand.class);
        COMMANDS.put("schema", SchemaCommand.class);
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // spark-submit brings a logging configuration of its own.
        if (System.getProperty(LOGGING) == null && System.getProperty("SPARK_SUBMIT") == null) {
            System.setProperty(LOGGING, "classpath:io/limner/job/cli/quiet-log4j2.properties");
        }
        int exitCode = run(
                arguments,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        SamplerPool.process().settle();
        System.exit(exitCode);
    }

    /** The command line with the command that is called, or with all if it is none of them: reading what options all have takes a seventh of a second. */
    static CommandLine commandLine(String[] arguments) {
        CommandLine line = new CommandLine(new Limner());
        String called = arguments.length == 0 ? "" : arguments[0];
        COMMANDS.forEach((name, command) -> {
            if (name.equals(called) || !COMMANDS.containsKey(called)) {
                line.addSubcommand(name, command);
            }
        });
        return line;
    }

    /** Runs a command and returns its exit code. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        try {
            return commandLine(arguments)
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setUsageHelpAutoWidth(true)
                    .setExecutionExceptionHandler(new Faults())
                    .setParameterExceptionHandler(Faults::wrongArguments)
                    .execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println(
                    "limner: out of memory: " + e.getMessage()
                            + "\nlimner: give it more with LIMNER_JVM_OPTIONS=-Xmx4g, or with spark.driver.memory under spark-submit");
            return ExitCode.FAILED;
        } catch (Error e) { // Past here, threads of Spark would keep the process.
            err.println("limner: a fault of Limner itself, please report it:");
            e.printStackTrace(err);
            return ExitCode.FAILED;
        }
    }

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
    }
}
