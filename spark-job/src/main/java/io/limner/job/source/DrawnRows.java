package io.limner.job.source;

import io.limner.job.execute.RowSource;
import io.limner.job.execute.SamplerPool;
import io.limner.job.execute.TaskDevice;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.sample.Hashes;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.util.function.LongFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Makes the rows of a shard one by one, as they are asked for, with no more work than their columns need. */
final class DrawnRows implements PartitionReader<InternalRow> {
    private final ScanOrder order;
    private final SamplePartition part;
    private final SceneDesign design;
    private final String specHash;
    private final Columns columns;
    private final ColumnNeeds needs;
    private final SceneFilter filter;
    private final LongFunction<FaceSample> source;
    private RowSource drawn;
    private long next;
    private long yielded;
    private long drawings;
    private InternalRow current;

    DrawnRows(ScanOrder order, SamplePartition part) {
        this.order = order;
        this.part = part;
        DatasetSpec spec = SpecReader.parse(order.spec(), "the spec of this table");
        this.design = new SceneDesign(spec);
        this.specHash = spec.hash();
        this.columns = ColumnNeeds.columns(spec, order.columns());
        this.needs = ColumnNeeds.of(spec, columns);
        this.filter = new SceneFilter(design, order.filters());
        this.next = part.shard().firstSampleId();
        this.source = switch (needs.effort()) {
            case DESIGN -> this::designed;
            case GEOMETRY -> order.drawing().factory().undrawn(new SceneDesign(needs.spec()));
            case DRAWING -> this::drawn;
        };
    }

    @Override
    public boolean next() {
        while (next < part.shard().endSampleId() && yielded < part.most()) {
            long sampleId = next++;
            if (filter.passes(sampleId)) {
                current = SparkColumns.row(columns, named(source.apply(sampleId)));
                yielded++;
                return true;
            }
        }
        return false;
    }

    private FaceSample designed(long sampleId) {
        return new FaceSample(
                design.place(sampleId),
                design.scene(sampleId),
                new Provenance(null, null, null, null, null),
                null,
                new Failure("NOT_DRAWN", "nobody asked for it"));
    }

    private FaceSample drawn(long sampleId) {
        if (drawn == null) {
            drawn = new RowSource(
                    SamplerPool.process(),
                    new SamplerPool.Kind(
                            needs.spec().canonical(),
                            TaskDevice.of(order.drawing().device()),
                            order.drawing().factory()));
        }
        drawings++;
        return drawn.row(sampleId);
    }

    /** The hashes of spec and sample are those of the spec that was asked for, also where fewer labels are made. */
    private FaceSample named(FaceSample sample) {
        Scene scene = sample.scene();
        Provenance by = sample.provenance();
        String sampleHash = columns.has("sample_hash") ? Hashes.sample(scene, design.spec()) : null;
        Provenance provenance = new Provenance(specHash, sampleHash, by.renderer(), by.driver(), by.assets());
        return new FaceSample(sample.place(), scene, provenance, sample.drawing(), sample.failure());
    }

    @Override
    public InternalRow get() {
        return current;
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return new CustomTaskMetric[] {DrawnSamples.of(drawings)};
    }

    @Override
    public void close() {
        if (drawn != null) {
            drawn.close();
        }
    }
}
