package io.limner.schema.spec;

import java.util.List;
import java.util.stream.Collectors;

/** A spec that cannot be used. Its message is one line for each problem, ready to be shown to whoever wrote the spec. */
public final class SpecException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<SpecProblem> problems;

    /** At least one problem. */
    public SpecException(List<SpecProblem> problems) {
        super(problems.stream().map(SpecProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the lines. */
    public List<SpecProblem> problems() {
        return problems;
    }
}
