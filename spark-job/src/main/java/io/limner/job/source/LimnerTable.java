package io.limner.job.source;

import io.limner.job.execute.SamplerFactory;
import io.limner.schema.sample.Columns;
import io.limner.schema.spec.DatasetSpec;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The table of a spec. */
final class LimnerTable implements SupportsRead {
    private final DatasetSpec spec;
    private final TableOptions options;
    private final SamplerFactory factory;

    LimnerTable(DatasetSpec spec, TableOptions options, SamplerFactory factory) {
        this.spec = spec;
        this.options = options;
        this.factory = factory;
    }

    @Override
    public String name() {
        return "limner " + spec.name();
    }

    @Override
    @SuppressWarnings("deprecation") // its successor is what this calls by default
    public StructType schema() {
        return SparkColumns.schema(Columns.of(spec));
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap scanOptions) {
        return new LimnerScanBuilder(spec, options, factory);
    }
}
