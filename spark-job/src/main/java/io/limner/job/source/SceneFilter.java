package io.limner.job.source;

import io.limner.schema.design.Place;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Or;

/**
 * Filters that are decided before anything is drawn, as Spark would decide them: on a sample's place in the dataset and on its
 * parameters, of which only those are computed that a filter names.
 */
final class SceneFilter {
    private static final Map<String, Function<Place, Object>> PLACES = Map.of(
            "sample_id", Place::sampleId,
            "subject_id", Place::subjectId,
            "variant", Place::variant,
            "split", Place::split);
    private static final Map<String, Parameter> PARAMETERS = byColumn();

    private final SceneDesign design;
    private final List<Filter> filters;

    /** Passes what passes all of {@code filters}, each of which {@link #understands} must accept. */
    SceneFilter(SceneDesign design, List<Filter> filters) {
        this.design = design;
        this.filters = filters;
    }

    static boolean understands(Filter filter) {
        if (filter instanceof And both) {
            return understands(both.left()) && understands(both.right());
        }
        if (filter instanceof Or either) {
            return understands(either.left()) && understands(either.right());
        }
        boolean known = filter instanceof EqualTo
                || filter instanceof GreaterThan
                || filter instanceof GreaterThanOrEqual
                || filter instanceof LessThan
                || filter instanceof LessThanOrEqual
                || filter instanceof In
                || filter instanceof IsNotNull;
        // A comparison with null is neither true nor false: Spark's own business.
        boolean withNull = filter instanceof EqualTo equal && equal.value() == null;
        return known
                && !withNull
                && Arrays.stream(filter.references())
                        .allMatch(name -> PLACES.containsKey(name) || PARAMETERS.containsKey(name));
    }

    boolean passes(long sampleId) {
        if (filters.isEmpty()) {
            return true;
        }
        Candidate candidate = new Candidate(sampleId, design, design.sample(sampleId));
        return filters.stream().allMatch(candidate::passes);
    }

    /** A sample that is held against the filters. */
    private record Candidate(long sampleId, SceneDesign design, Function<String, Value> parameters) {
        boolean passes(Filter filter) {
            if (filter instanceof And both) {
                return passes(both.left()) && passes(both.right());
            } else if (filter instanceof Or either) {
                return passes(either.left()) || passes(either.right());
            } else if (filter instanceof In in) {
                Object value = value(in.attribute());
                return value != null
                        && Arrays.stream(in.values())
                                .anyMatch(literal -> literal != null && compare(value, literal) == 0);
            } else if (filter instanceof IsNotNull there) {
                return value(there.attribute()) != null;
            } else if (filter instanceof EqualTo equal) {
                Object value = value(equal.attribute());
                return value != null && compare(value, equal.value()) == 0;
            } else if (filter instanceof GreaterThan greater) {
                Object value = value(greater.attribute());
                return value != null && compare(value, greater.value()) > 0;
            } else if (filter instanceof GreaterThanOrEqual atLeast) {
                Object value = value(atLeast.attribute());
                return value != null && compare(value, atLeast.value()) >= 0;
            } else if (filter instanceof LessThan less) {
                Object value = value(less.attribute());
                return value != null && compare(value, less.value()) < 0;
            }
            LessThanOrEqual atMost = (LessThanOrEqual) filter;
            Object value = value(atMost.attribute());
            return value != null && compare(value, atMost.value()) <= 0;
        }

        /** A Long, a {@link Value} or a String; null where the row has none. */
        private Object value(String column) {
            Function<Place, Object> there = PLACES.get(column);
            return there == null
                    ? parameters.apply(PARAMETERS.get(column).name())
                    : there.apply(design.place(sampleId));
        }
    }

    /** Whether a value is below (negative), at or above (positive) a literal. */
    private static int compare(Object value, Object literal) {
        if (value instanceof Long number) {
            return Long.compare(number, ((Number) literal).longValue());
        }
        return literal instanceof Number number
                ? Double.compare(((Value) value).number() + 0.0, number.doubleValue() + 0.0) // both zeros are one
                : value.toString().compareTo(literal.toString());
    }

    private static Map<String, Parameter> byColumn() {
        Map<String, Parameter> byColumn = new HashMap<>();
        Parameters.all().forEach(parameter -> byColumn.put(parameter.column(), parameter));
        return byColumn;
    }
}
