package io.limner.job.cli;

import io.limner.schema.spec.SpecSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code limner schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Prints the spec language as a JSON Schema, by which an editor completes and checks specs: in VS Code with the YAML "
                        + "extension, begin a spec with '# yaml-language-server: $schema=limner.schema.json'.",
        footerHeading = "%nExamples:%n",
        footer = "  limner schema > limner.schema.json")
final class SchemaCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().getOut().print(SpecSchema.text());
        command.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
