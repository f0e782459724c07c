package io.limner.job.cli;

import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code limner parameters}. */
@Command(
        name = "parameters",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists every parameter that a spec can set: type, range, unit, default and meaning.",
        footerHeading = "%nExamples:%n",
        footer = {"  limner parameters", "  limner parameters light"})
final class ParametersCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @CommandLine.Parameters(
            paramLabel = "PREFIX",
            arity = "0..1",
            defaultValue = "",
            description = "Only those whose names begin so.")
    private String prefix;

    @Override
    public Integer call() {
        PrintWriter says = command.commandLine().getOut();
        List<Parameter> chosen = Parameters.all().stream()
                .filter(parameter -> parameter.name().startsWith(prefix))
                .toList();
        if (chosen.isEmpty()) {
            command.commandLine()
                    .getErr()
                    .println("limner: no parameter's name begins with '" + prefix
                            + "'; 'limner parameters' lists them all");
            return ExitCode.WRONG_INPUT;
        }
        for (Parameter parameter : chosen) {
            String unit = parameter.domain().unit().isEmpty()
                    ? ""
                    : " " + parameter.domain().unit();
            says.println(parameter.name());
            says.println("    " + parameter.meaning());
            says.println("    " + parameter.domain().kind() + ": "
                    + parameter.domain().text() + unit);
            says.println("    default: "
                    + CanonicalJson.write(parameter.standard().varied().json()) + "; with defaults: neutral, "
                    + parameter.standard().neutral());
        }
        return ExitCode.DONE;
    }
}
