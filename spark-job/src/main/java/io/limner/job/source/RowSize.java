package io.limner.job.source;

import io.limner.job.plan.CostEstimate;
import io.limner.schema.sample.ColumnType;
import io.limner.schema.sample.ColumnType.Numbers;
import io.limner.schema.sample.ColumnType.Primitive;
import io.limner.schema.sample.Columns;
import io.limner.schema.spec.DatasetSpec;

/** How large rows are in memory, roughly: Spark decides by it which side of a join it broadcasts. */
final class RowSize {
    private static final long ROW = 16;
    private static final long TEXT = 64;
    private static final long SCENE = 8_000;

    private RowSize() {}

    /** Bytes of a row with some columns. */
    static long bytes(DatasetSpec spec, Columns columns) {
        long bytes = ROW + (columns.has("scene") ? SCENE : 0);
        if (ColumnNeeds.pictures(columns)) {
            DatasetSpec needed = ColumnNeeds.of(spec, columns).spec();
            bytes += CostEstimate.bytesPerRow(needed) - CostEstimate.numbers(needed);
        }
        return bytes
                + columns.all().stream()
                        .mapToLong(column -> bytes(column.type()))
                        .sum();
    }

    private static long bytes(ColumnType type) {
        if (type instanceof Numbers numbers) {
            return numbers.length() * bytes(numbers.element());
        }
        return type instanceof Primitive primitive ? bytes(primitive) : TEXT;
    }

    private static long bytes(Primitive type) {
        return switch (type) {
            case INT32, FLOAT -> 4;
            case INT64, DOUBLE -> 8;
            case STRING, BINARY -> TEXT;
        };
    }
}
