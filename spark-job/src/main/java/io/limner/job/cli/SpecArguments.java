package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The spec, as all commands take it. */
final class SpecArguments {
    @Parameters(paramLabel = "SPEC", description = "The spec, a YAML file.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Sets a key of the spec anew, as --set samples=100 or --set head.yaw={uniform: [-5, 5]}; can be repeated.")
    private List<String> overrides = new ArrayList<>();

    /** The spec, checked. */
    DatasetSpec read() {
        return SpecReader.read(file, overrides);
    }

    /** The spec's file as it was given; what {@code --set} changed is added as comments. */
    String text() {
        try {
            StringBuilder text = new StringBuilder(Files.readString(file, StandardCharsets.UTF_8));
            if (!overrides.isEmpty()) {
                text.append("\n# Drawn with these settings on the command line:\n");
                overrides.forEach(override -> text.append("#   --set '")
                        .append(override.replace("\n", " "))
                        .append("'\n"));
            }
            return text.toString();
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
