package io.limner.job.write;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.write.ShardReceipt.Contents;
import io.limner.schema.sample.Column;
import io.limner.schema.sample.ColumnType;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.DatasetSpec;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** Writes the rows of one shard into its file, which appears when all of them are there. */
public final class ShardWriter implements Closeable {
    private static final int ROWS_A_GROUP = 100;
    private static final long BYTES_A_GROUP = 128L << 20;
    private static final int FASTEST = 1;

    private final Plan plan;
    private final Shard shard;
    private final AtomicFile file;
    private final ShardOutput output;
    private final ParquetWriter<FaceSample> rows;
    private final RowDigest digest = new RowDigest();
    private final long began = System.nanoTime();
    private Contents contents;
    private boolean rowsClosed;
    private final Map<String, Long> failures = new TreeMap<>();
    private long copied;

    /** Begins the file of a shard of {@code spec}, as {@code plan} cuts it. */
    public ShardWriter(Destination destination, DatasetSpec spec, Plan plan, Shard shard) throws IOException {
        this.plan = plan;
        this.shard = shard;
        this.file =
                AtomicFile.create(destination.fileSystem(), destination.path(Destination.DATA, plan.fileName(shard)));
        this.output = new ShardOutput(file);
        Columns columns = Columns.of(spec);
        Builder builder = new Builder(
                output, new FaceWriteSupport(columns, io.limner.schema.sample.Footer.of(spec), this::lastKeys));
        try {
            this.rows = configured(builder, columns, shard).build();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Builder configured(Builder builder, Columns columns, Shard shard) {
        Configuration configuration = new Configuration(false);
        // Pictures are compressed already; what is left is as small at level 1 as at level 3.
        configuration.setInt("parquet.compression.codec.zstd.level", FASTEST);
        builder.withConf(configuration)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(BYTES_A_GROUP)
                .withRowGroupRowCountLimit(ROWS_A_GROUP)
                // By default the first look at a page's size comes after 100 rows, which would be 100 pictures a page.
                .withMinRowCountForPageSizeCheck(1)
                .withBloomFilterEnabled("sample_id", true)
                .withBloomFilterNDV("sample_id", Math.min(ROWS_A_GROUP, shard.count()));
        for (Column column : columns.all()) {
            if (column.type() == ColumnType.IMAGE) {
                asTheyAre(builder, column.name() + ".bytes");
            } else if (column.type() instanceof ColumnType.Numbers) {
                asTheyAre(builder, column.name() + "." + ParquetColumns.LIST + "." + ParquetColumns.ELEMENT);
            }
        }
        return builder;
    }

    /**
     * Without what such values gain next to nothing by: pictures are there once, and dictionaries of labels' numbers make a file smaller by
     * one part in two thousand. Nobody chooses rows by the limits of either.
     */
    private static void asTheyAre(Builder builder, String path) {
        builder.withDictionaryEncoding(path, false).withStatisticsEnabled(path, false);
    }

    /** The next row, in the order of the sample ids. */
    public void write(FaceSample row) throws IOException {
        digest.add(row);
        if (row.failure() != null) {
            failures.merge(row.failure().code(), 1L, Long::sum);
        }
        rows.write(row);
    }

    /** The next row, which an earlier dataset holds already. */
    public void copy(FaceSample row) throws IOException {
        write(row);
        copied++;
    }

    /**
     * Makes the shard appear.
     *
     * @throws IllegalStateException if rows are missing
     */
    public ShardReceipt commit() throws IOException {
        rowsClosed = true;
        rows.close();
        if (contents.rows() != shard.count()) {
            throw new IllegalStateException("Shard " + shard.index() + " has " + contents.rows() + " rows of "
                    + shard.count() + "; it is not published");
        }
        String hash = output.seal();
        long bytes = file.stream().getPos();
        file.commit();
        return new ShardReceipt(
                shard,
                contents,
                new ShardReceipt.Published(plan.fileName(shard), bytes, hash),
                new ShardReceipt.Work((System.nanoTime() - began) / 1e9, copied),
                failures);
    }

    private Map<String, String> lastKeys() {
        output.holdBack();
        contents = digest.contents();
        return Footer.last(plan, shard, contents, failures);
    }

    /** Without a commit before it, leaves nothing behind. */
    @Override
    public void close() throws IOException {
        try {
            if (!rowsClosed) {
                rows.close();
            }
        } finally {
            file.close();
        }
    }

    private static final class Builder extends ParquetWriter.Builder<FaceSample, Builder> {
        private final FaceWriteSupport support;

        Builder(OutputFile output, FaceWriteSupport support) {
            super(output);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract above, though deprecated
        protected WriteSupport<FaceSample> getWriteSupport(Configuration configuration) {
            return support;
        }
    }
}
