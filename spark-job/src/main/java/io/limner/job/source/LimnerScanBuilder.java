package io.limner.job.source;

import io.limner.job.execute.SamplerFactory;
import io.limner.schema.sample.Columns;
import io.limner.schema.spec.DatasetSpec;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.SortDirection;
import org.apache.spark.sql.connector.expressions.SortOrder;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownAggregates;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownTopN;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/** Hears from Spark what will be needed. */
final class LimnerScanBuilder
        implements SupportsPushDownRequiredColumns,
                SupportsPushDownFilters,
                SupportsPushDownLimit,
                SupportsPushDownTopN,
                SupportsPushDownAggregates {
    private static final Filter[] NONE = {};

    private final DatasetSpec spec;
    private final TableOptions options;
    private final SamplerFactory factory;
    private Columns wanted;
    private Filter[] pushed = NONE;
    private long limit = Long.MAX_VALUE;
    private int counts;

    LimnerScanBuilder(DatasetSpec spec, TableOptions options, SamplerFactory factory) {
        this.spec = spec;
        this.options = options;
        this.factory = factory;
        this.wanted = Columns.of(spec);
    }

    @Override
    public void pruneColumns(StructType required) {
        Set<String> names = new LinkedHashSet<>(Arrays.asList(required.fieldNames()));
        wanted = Columns.of(spec).only(names);
    }

    /** Gives back those that only Spark can decide. With any of these, it asks for neither limit nor count. */
    @Override
    public Filter[] pushFilters(Filter[] filters) {
        pushed = Arrays.stream(filters).filter(SceneFilter::understands).toArray(Filter[]::new);
        return Arrays.stream(filters)
                .filter(filter -> !SceneFilter.understands(filter))
                .toArray(Filter[]::new);
    }

    @Override
    public Filter[] pushedFilters() {
        return pushed.clone();
    }

    @Override
    public boolean pushLimit(int rows) {
        limit = rows;
        return true;
    }

    /** Rows come in the order of their ids, so that the first of these are a limit like any other. */
    @Override
    public boolean pushTopN(SortOrder[] orders, int rows) {
        boolean byId = orders[0].direction() == SortDirection.ASCENDING
                && orders[0].expression() instanceof NamedReference column
                && Arrays.equals(column.fieldNames(), new String[] {"sample_id"});
        return byId && pushLimit(rows);
    }

    /** Partitions may yield more than the limit together, where it takes long to find out; Spark keeps to it. */
    @Override
    public boolean isPartiallyPushed() {
        return true;
    }

    /** Counts of rows; whatever else is asked for, Spark makes out of rows. */
    @Override
    public boolean pushAggregation(Aggregation aggregation) {
        boolean counted = aggregation.groupByExpressions().length == 0
                && Arrays.stream(aggregation.aggregateExpressions()).allMatch(CountStar.class::isInstance);
        counts = counted ? aggregation.aggregateExpressions().length : 0;
        return counts > 0;
    }

    @Override
    public Scan build() {
        ScanOrder order = new ScanOrder(
                spec.canonical(), wanted.names(), List.of(pushed), new ScanOrder.Drawing(options.device(), factory));
        return counts > 0
                ? new SampleCount(order, options.quickPlan(spec), counts)
                : new LimnerScan(spec, order, options.plan(spec, wanted), limit);
    }
}
