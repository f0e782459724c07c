package io.limner.job.cli;

import io.limner.job.config.BadInputException;
import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.Nearest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Groups of labels that a dataset is to get. */
final class LabelsOption {
    @Option(
            names = "--labels",
            required = true,
            split = ",",
            paramLabel = "GROUP",
            description =
                    "The groups of labels to add, separated by commas: landmarks, segmentation, depth, normals, dense_landmarks, amodal, alpha, canonical, albedo.")
    private List<String> groups;

    /**
     * The groups that were asked for.
     *
     * @param there those that the dataset has
     * @throws BadInputException if one is unknown, or there already
     */
    Set<LabelKind> checked(Set<LabelKind> there) {
        Set<LabelKind> asked = kinds(groups);
        if (there.stream().anyMatch(asked::contains)) {
            throw new BadInputException("--labels " + String.join(",", groups) + ": the dataset has "
                    + names(there) + " already; name only what it lacks: "
                    + names(EnumSet.complementOf(
                            there.isEmpty() ? EnumSet.noneOf(LabelKind.class) : EnumSet.copyOf(there))));
        }
        return asked;
    }

    /**
     * Groups by their names.
     *
     * @throws BadInputException if one is unknown
     */
    static Set<LabelKind> kinds(List<String> groups) {
        Set<LabelKind> kinds = EnumSet.noneOf(LabelKind.class);
        groups.forEach(group -> kinds.add(kind(group)));
        return kinds;
    }

    private static LabelKind kind(String group) {
        List<String> known =
                Arrays.stream(LabelKind.values()).map(LabelsOption::name).toList();
        if (known.contains(group)) {
            return LabelKind.valueOf(group.toUpperCase(Locale.ROOT));
        }
        throw new BadInputException("--labels " + group + " is no group of labels"
                + Nearest.to(group, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("")
                + "; the groups are " + String.join(", ", known));
    }

    /** As people write them. */
    static String names(Set<LabelKind> kinds) {
        return kinds.isEmpty() ? "none" : kinds.stream().map(LabelsOption::name).collect(Collectors.joining(", "));
    }

    /** As people write it. */
    static String name(LabelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
