package io.limner.schema.spec;

import io.limner.schema.spec.Extent.Interval;
import io.limner.schema.spec.Formula.Constant;
import io.limner.schema.spec.Formula.Operation;
import io.limner.schema.spec.Formula.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What formulas can come to, given what parameters can be. It errs on one side only: what it calls impossible is impossible.
 *
 * @param parameters extents by name, of all parameters that the formulas mention
 */
record Reach(Map<String, Extent> parameters) {

    /** What a number or name can be; empty if it divides by something that can be zero. */
    Optional<Extent> of(Formula formula) {
        if (formula instanceof Constant constant) {
            return Optional.of(Extent.of(List.of(constant.value())));
        }
        if (formula instanceof Reference reference) {
            return Optional.of(parameters.get(reference.name()));
        }
        Operation operation = (Operation) formula;
        Optional<Extent> first = of(operation.over().get(0));
        Optional<Extent> second =
                operation.over().size() == 1 ? first : of(operation.over().get(1));
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Interval left = (Interval) first.get();
        Interval right = (Interval) second.get();
        if (operation.operator() == Operator.DIVIDE && right.min() <= 0 && right.max() >= 0) {
            return Optional.empty();
        }
        double[] ends = {
            operation.operator().apply(left.min(), right.min()),
                    operation.operator().apply(left.min(), right.max()),
            operation.operator().apply(left.max(), right.min()),
                    operation.operator().apply(left.max(), right.max())
        };
        double min = ends[0];
        double max = ends[0];
        for (double end : ends) {
            min = StrictMath.min(min, end);
            max = StrictMath.max(max, end);
        }
        return Double.isFinite(min) && Double.isFinite(max) ? Optional.of(new Interval(min, max)) : Optional.empty();
    }

    /** Whether a condition may be as {@code wanted} for some sample. */
    boolean possible(Formula condition, boolean wanted) {
        return narrowed(condition, wanted).isPresent();
    }

    /** What parameters can be where a condition is as {@code wanted}; empty if it never is. */
    private Optional<Reach> narrowed(Formula condition, boolean wanted) {
        Operation operation = (Operation) condition;
        Formula left = operation.over().get(0);
        Operator operator = operation.operator();
        if (operator == Operator.NOT) {
            return narrowed(left, !wanted);
        }
        Formula right = operation.over().get(1);
        if (operator.comparison()) {
            return compared(wanted ? operator : operator.negated(), left, right);
        }
        if ((operator == Operator.AND) == wanted) {
            return narrowed(left, wanted).flatMap(one -> one.narrowed(right, wanted));
        }
        Optional<Reach> one = narrowed(left, wanted);
        Optional<Reach> other = narrowed(right, wanted);
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(this); // one of the two: nothing more is known
        }
        return one.isPresent() ? one : other;
    }

    private Optional<Reach> compared(Operator operator, Formula left, Formula right) {
        Optional<Extent> first = of(left);
        Optional<Extent> second = of(right);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.of(this);
        }
        Optional<Extent> mine = first.get().where(operator, second.get());
        Optional<Extent> theirs = second.get().where(operator.mirrored(), first.get());
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Extent> known = new HashMap<>(parameters);
        if (left instanceof Reference reference) {
            known.put(reference.name(), mine.get());
        }
        if (right instanceof Reference reference) {
            known.put(reference.name(), theirs.get());
        }
        return Optional.of(new Reach(known));
    }
}
