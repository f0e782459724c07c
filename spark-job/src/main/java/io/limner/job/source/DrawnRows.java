package io.limner.job.source;

import io.limner.job.execute.RowSource;
import io.limner.job.execute.SamplerPool;
import io.limner.job.execute.TaskDevice;
import io.limner.job.plan.Shard;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.sample.Hashes;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Draws the rows of a shard one by one, as they are asked for. */
final class DrawnRows implements PartitionReader<InternalRow> {
    private final ScanOrder order;
    private final Shard shard;
    private final SceneDesign design;
    private final String specHash;
    private final Columns columns;
    private final ColumnNeeds needs;
    private final SceneFilter filter;
    private RowSource rows;
    private long next;
    private long yielded;
    private InternalRow current;

    DrawnRows(ScanOrder order, Shard shard) {
        this.order = order;
        this.shard = shard;
        DatasetSpec spec = SpecReader.parse(order.spec(), "the spec of this table");
        this.design = new SceneDesign(spec);
        this.specHash = spec.hash();
        this.columns = ColumnNeeds.columns(spec, order.columns());
        this.needs = ColumnNeeds.of(spec, columns);
        this.filter = new SceneFilter(order.filters());
        this.next = shard.firstSampleId();
    }

    @Override
    public boolean next() {
        while (next < shard.endSampleId() && yielded < order.limit()) {
            long sampleId = next++;
            Scene scene = design.scene(sampleId);
            if (filter.passes(sampleId, scene)) {
                current = SparkColumns.row(columns, sample(sampleId, scene));
                yielded++;
                return true;
            }
        }
        return false;
    }

    /** The hashes of spec and sample are those of the spec that was asked for, also where fewer labels are drawn. */
    private FaceSample sample(long sampleId, Scene scene) {
        String sampleHash = Hashes.sample(scene, design.spec());
        if (!needs.drawing()) {
            Provenance provenance = new Provenance(specHash, sampleHash, null, null, null);
            return new FaceSample(
                    design.place(sampleId), scene, provenance, null, new Failure("NOT_DRAWN", "nobody asked for it"));
        }
        if (rows == null) {
            String device = TaskDevice.of(order.drawing().device());
            rows = new RowSource(
                    SamplerPool.process(),
                    new SamplerPool.Kind(
                            needs.spec().canonical(), device, order.drawing().factory()));
        }
        FaceSample drawn = rows.row(sampleId);
        Provenance by = drawn.provenance();
        Provenance provenance = new Provenance(specHash, sampleHash, by.renderer(), by.driver(), by.assets());
        return new FaceSample(design.place(sampleId), scene, provenance, drawn.drawing(), drawn.failure());
    }

    @Override
    public InternalRow get() {
        return current;
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
