package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.job.execute.FaceSamplers;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--partition",
            paramLabel = "ds=YYYY-MM-DD",
            description =
                    "One day's part of a dataset that grows: a seed that follows from the date, a folder of that name below --out.")
    private String partition;

    @Mixin
    private AssetsOption assets;

    /**
     * The spec, checked, with the user's files that it names pinned to their content.
     *
     * @throws IOException if a store fails
     */
    DatasetSpec read() throws IOException {
        Optional<String> part = partition();
        DatasetSpec read = assets.root().pinned(SpecReader.read(file, overrides));
        DatasetSpec spec = part.isPresent() ? read.partition(part.get()) : read;
        new SceneDesign(spec).probe();
        return spec;
    }

    /** Draws the spec. */
    FaceSamplers samplers() {
        return new FaceSamplers(assets.root());
    }

    /** The parameters that the spec itself speaks of. */
    List<String> declared() {
        return SpecReader.declared(file, overrides);
    }

    /** The partition that was asked for. */
    Optional<String> partition() {
        if (partition == null) {
            return Optional.empty();
        }
        try {
            if (!partition.startsWith("ds=")) {
                throw new DateTimeException("no ds=");
            }
            LocalDate date = LocalDate.parse(partition.substring("ds=".length()));
            if (date.getYear() < 1900 || date.getYear() > 9999) {
                throw new DateTimeException("no year that anybody means");
            }
            return Optional.of("ds=" + date);
        } catch (DateTimeException wrong) {
            throw new BadInputException(
                    "--partition " + partition + " must be a day; write e.g. --partition ds=2026-11-20", wrong);
        }
    }

    /** The spec's file as it was given; what it includes and what {@code --set} changed is added as comments. */
    String text() {
        try {
            StringBuilder text = new StringBuilder(Files.readString(file, StandardCharsets.UTF_8));
            for (Path included : SpecReader.included(file)) {
                text.append("\n# It includes ").append(included.getFileName()).append(":\n");
                Files.readString(included, StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> text.append("#   ").append(line).append('\n'));
            }
            if (!overrides.isEmpty()) {
                text.append("\n# Drawn with these settings on the command line:\n");
                overrides.forEach(override -> text.append("#   --set '")
                        .append(override.replace("\n", " "))
                        .append("'\n"));
            }
            partition().ifPresent(part -> text.append("\n# Drawn with --partition ")
                    .append(part)
                    .append('\n'));
            return text.toString();
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
