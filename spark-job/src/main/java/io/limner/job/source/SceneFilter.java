package io.limner.job.source;

import io.limner.schema.scene.Scene;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Filters that can be decided from a sample's id and scene, before anything is drawn. */
final class SceneFilter {
    private static final String SAMPLE_ID = "sample_id";
    private static final Map<String, Parameter> BY_COLUMN = byColumn();

    private final List<Filter> filters;

    /** Passes what passes all of {@code filters}, each of which {@link #understands} must accept. */
    SceneFilter(List<Filter> filters) {
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
                        .allMatch(name -> name.equals(SAMPLE_ID) || BY_COLUMN.containsKey(name));
    }

    boolean passes(long sampleId, Scene scene) {
        return filters.stream().allMatch(filter -> passes(filter, sampleId, scene));
    }

    private static boolean passes(Filter filter, long sampleId, Scene scene) {
        if (filter instanceof And both) {
            return passes(both.left(), sampleId, scene) && passes(both.right(), sampleId, scene);
        } else if (filter instanceof Or either) {
            return passes(either.left(), sampleId, scene) || passes(either.right(), sampleId, scene);
        } else if (filter instanceof In in) {
            return Arrays.stream(in.values())
                    .anyMatch(value -> value != null && compare(in.attribute(), value, sampleId, scene) == 0);
        } else if (filter instanceof EqualTo equal) {
            return compare(equal.attribute(), equal.value(), sampleId, scene) == 0;
        } else if (filter instanceof GreaterThan greater) {
            return compare(greater.attribute(), greater.value(), sampleId, scene) > 0;
        } else if (filter instanceof GreaterThanOrEqual atLeast) {
            return compare(atLeast.attribute(), atLeast.value(), sampleId, scene) >= 0;
        } else if (filter instanceof LessThan less) {
            return compare(less.attribute(), less.value(), sampleId, scene) < 0;
        } else if (filter instanceof LessThanOrEqual atMost) {
            return compare(atMost.attribute(), atMost.value(), sampleId, scene) <= 0;
        }
        return true; // IsNotNull: a scene is complete
    }

    /** Whether the sample's value is below (negative), at or above (positive) a literal. */
    private static int compare(String column, Object literal, long sampleId, Scene scene) {
        if (column.equals(SAMPLE_ID)) {
            return Long.compare(sampleId, ((Number) literal).longValue());
        }
        Value value = BY_COLUMN.get(column).in().apply(scene);
        return literal instanceof Number number
                ? Double.compare(value.number() + 0.0, number.doubleValue() + 0.0) // both zeros are one
                : value.toString().compareTo(literal.toString());
    }

    private static Map<String, Parameter> byColumn() {
        Map<String, Parameter> byColumn = new HashMap<>();
        Parameters.all().forEach(parameter -> byColumn.put(parameter.column(), parameter));
        return byColumn;
    }
}
