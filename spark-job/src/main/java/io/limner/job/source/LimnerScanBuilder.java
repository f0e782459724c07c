package io.limner.job.source;

import io.limner.job.execute.SamplerFactory;
import io.limner.schema.sample.Columns;
import io.limner.schema.spec.DatasetSpec;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/** Hears from Spark what will be needed. */
final class LimnerScanBuilder
        implements SupportsPushDownRequiredColumns, SupportsPushDownFilters, SupportsPushDownLimit {
    private static final Filter[] NONE = {};

    private final DatasetSpec spec;
    private final TableOptions options;
    private final SamplerFactory factory;
    private Columns wanted;
    private Filter[] pushed = NONE;
    private long limit = Long.MAX_VALUE;

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

    /** Spark is asked to check all filters again: those that are pushed only keep samples from being drawn in vain. */
    @Override
    public Filter[] pushFilters(Filter[] filters) {
        pushed = Arrays.stream(filters).filter(SceneFilter::understands).toArray(Filter[]::new);
        return filters;
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

    /** Each partition keeps to the limit; Spark keeps to it over all of them. */
    @Override
    public boolean isPartiallyPushed() {
        return true;
    }

    @Override
    public Scan build() {
        ScanOrder order = new ScanOrder(
                spec.canonical(),
                wanted.names(),
                List.of(pushed),
                limit,
                new ScanOrder.Drawing(options.device(), factory));
        return new LimnerScan(order, wanted, options.plan(spec));
    }
}
