package io.limner.schema.design;

import io.limner.schema.spec.Bins;
import io.limner.schema.spec.Derived;
import io.limner.schema.spec.Distribution;
import io.limner.schema.spec.Fixed;
import io.limner.schema.spec.Formula;
import io.limner.schema.spec.Grid;
import io.limner.schema.spec.Quantile;
import io.limner.schema.spec.Quota;
import io.limner.schema.spec.Rule;
import io.limner.schema.spec.Section;
import io.limner.schema.spec.Spread;
import io.limner.schema.spec.Subjects;
import io.limner.schema.spec.Value;
import java.util.List;
import java.util.function.DoubleFunction;

/** Makes the draws of a section's parameters. */
final class Draws {
    private static final double BELOW_ONE = Math.nextDown(1.0);

    private final long seed;
    private final Section section;
    private final Subjects subjects;
    private final GridProduct kept;
    private final GridProduct varied;

    Draws(long seed, Section section) {
        this.seed = seed;
        this.section = section;
        this.subjects = section.subjects();
        this.kept = new GridProduct(section.recipe().parameters(), subjects::keeps);
        this.varied = new GridProduct(section.recipe().parameters(), name -> !subjects.keeps(name));
    }

    /** The stream of {@code name} in this section. */
    RandomStream stream(String name) {
        return new RandomStream(seed, section.variant().isEmpty() ? name : section.variant() + "/" + name);
    }

    /** How a parameter is drawn, with the rules that set it: the last one that holds counts. */
    Draw of(String parameter) {
        Draw drawn = of(parameter, section.recipe().parameters().get(parameter));
        for (Rule rule : section.recipe().rules()) {
            Distribution way = rule.then().get(parameter);
            if (way != null) {
                drawn = where(rule.when(), of(parameter, way), drawn);
            }
        }
        return drawn;
    }

    private static Draw where(Formula condition, Draw then, Draw otherwise) {
        return (index, attempt, others) ->
                condition.holds(others) ? then.value(index, attempt, others) : otherwise.value(index, attempt, others);
    }

    private Draw of(String parameter, Distribution way) {
        if (way instanceof Derived derived) {
            return (index, attempt, others) -> derived.of(others);
        }
        if (way instanceof Fixed fixed) {
            return (index, attempt, others) -> fixed.value();
        }
        if (way instanceof Grid grid) {
            long stride = stride(parameter);
            return (index, attempt, others) -> grid.value((int) (index / stride % grid.size()));
        }
        RandomStream stream = stream(parameter);
        if (way instanceof Bins bins) {
            long stride = stride(parameter);
            return (index, attempt, others) ->
                    bins.value((int) (index / stride % bins.size()), stream.unit(index, attempt));
        }
        if (way instanceof Quota quota) {
            return quota(quota, new KeyedPermutation(stream(parameter + "\norder"), count(parameter)), parameter);
        }
        DoubleFunction<Value> quantile = ((Quantile) way).quantile();
        if (way instanceof Spread spread) {
            return spread(spread, parameter, stream, quantile);
        }
        return (index, attempt, others) -> quantile.apply(stream.unit(index, attempt));
    }

    private Draw spread(Spread spread, String parameter, RandomStream stream, DoubleFunction<Value> quantile) {
        if (spread.method() == Spread.Method.SOBOL) {
            SobolPoints points =
                    new SobolPoints(parameter, stream(spread.group() + "\ngroup"), stream(parameter + "\nscramble"));
            return (index, attempt, others) ->
                    quantile.apply(attempt == 0 ? points.unit(index) : stream.unit(index, attempt));
        }
        long count = count(parameter);
        KeyedPermutation order = new KeyedPermutation(stream(parameter + "\norder"), count);
        return (index, attempt, others) -> quantile.apply(
                attempt == 0
                        ? Math.min(BELOW_ONE, (order.at(index) + stream.unit(index)) / count)
                        : stream.unit(index, attempt));
    }

    private Draw quota(Quota quota, KeyedPermutation order, String parameter) {
        List<Value> values = List.copyOf(quota.counts().keySet());
        List<Long> running = quota.running(count(parameter));
        return (index, attempt, others) -> {
            long place = order.at(index);
            int chosen = 0;
            while (place >= running.get(chosen)) {
                chosen++;
            }
            return values.get(chosen);
        };
    }

    private long stride(String parameter) {
        return (subjects.keeps(parameter) ? kept : varied).stride(parameter);
    }

    /** Over how many indices a parameter is spread: subjects or samples. */
    private long count(String parameter) {
        return subjects.keeps(parameter) ? section.count() / subjects.samples() : section.count();
    }
}
