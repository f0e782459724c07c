package io.limner.job.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** The rows of a shard's file, one after the other, with the check sums of its pages checked. */
public final class ShardRows implements Closeable {
    private final ParquetReader<Group> rows;

    private ShardRows(ParquetReader<Group> rows) {
        this.rows = rows;
    }

    /** All rows. */
    public static ShardRows all(Path file, Configuration hadoop) throws IOException {
        return new ShardRows(builder(file, hadoop).build());
    }

    /** The rows of some samples. */
    public static ShardRows of(Path file, Set<Long> sampleIds, Configuration hadoop) throws IOException {
        return new ShardRows(builder(file, hadoop)
                .withFilter(FilterCompat.get(FilterApi.in(FilterApi.longColumn("sample_id"), sampleIds)))
                .build());
    }

    private static ParquetReader.Builder<Group> builder(Path file, Configuration hadoop) throws IOException {
        return new Builder(HadoopInputFile.fromPath(file, hadoop))
                .withConf(hadoop)
                .usePageChecksumVerification(true);
    }

    /** The next row; empty after the last. */
    public Optional<StoredRow> next() throws IOException {
        return Optional.ofNullable(rows.read()).map(StoredRow::new);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static final class Builder extends ParquetReader.Builder<Group> {
        Builder(HadoopInputFile file) {
            super(file);
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
