package io.limner.job.write;

import io.limner.schema.sample.Column;
import io.limner.schema.sample.ColumnType;
import io.limner.schema.sample.ColumnType.Numbers;
import io.limner.schema.sample.ColumnType.Primitive;
import io.limner.schema.sample.ColumnType.Struct;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Rows to Parquet, column by column as {@link Columns} lists them. */
final class FaceWriteSupport extends WriteSupport<FaceSample> {
    private final List<Column> columns;
    private final WriteContext context;
    private final Supplier<Map<String, String>> lastKeys;
    private RecordConsumer consumer;

    /**
     * Rows with these columns.
     *
     * @param keys footer keys that are known before the first row
     * @param lastKeys asked for the footer keys that are known after the last
     */
    FaceWriteSupport(Columns columns, Map<String, String> keys, Supplier<Map<String, String>> lastKeys) {
        this.columns = columns.all();
        this.context = new WriteContext(ParquetColumns.schema(columns), keys);
        this.lastKeys = lastKeys;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract above, though deprecated
    public WriteContext init(Configuration configuration) {
        return context;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context;
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(lastKeys.get());
    }

    @Override
    public void write(FaceSample row) {
        consumer.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object value = column.value().apply(row);
            if (value != null) {
                consumer.startField(column.name(), i);
                add(column.type(), value);
                consumer.endField(column.name(), i);
            }
        }
        consumer.endMessage();
    }

    private void add(ColumnType type, Object value) {
        if (type instanceof Primitive primitive) {
            add(primitive, value);
        } else if (type instanceof Numbers numbers) {
            addList(numbers, value);
        } else if (type instanceof Struct struct) {
            addStruct(struct, (List<?>) value);
        }
    }

    private void add(Primitive type, Object value) {
        switch (type) {
            case INT32 -> consumer.addInteger((Integer) value);
            case INT64 -> consumer.addLong((Long) value);
            case FLOAT -> consumer.addFloat((Float) value);
            case DOUBLE -> consumer.addDouble((Double) value);
            case STRING -> consumer.addBinary(Binary.fromString((String) value));
            case BINARY -> consumer.addBinary(Binary.fromConstantByteArray((byte[]) value));
        }
    }

    private void addList(Numbers type, Object values) {
        int length = java.lang.reflect.Array.getLength(values);
        if (length != type.length()) {
            throw new IllegalStateException("A " + type.text() + " cannot hold " + length + " values");
        }
        consumer.startGroup();
        consumer.startField(ParquetColumns.LIST, 0);
        for (int i = 0; i < length; i++) {
            consumer.startGroup();
            consumer.startField(ParquetColumns.ELEMENT, 0);
            if (values instanceof float[] floats) {
                consumer.addFloat(floats[i]);
            } else if (values instanceof double[] doubles) {
                consumer.addDouble(doubles[i]);
            } else {
                consumer.addInteger(((int[]) values)[i]);
            }
            consumer.endField(ParquetColumns.ELEMENT, 0);
            consumer.endGroup();
        }
        consumer.endField(ParquetColumns.LIST, 0);
        consumer.endGroup();
    }

    private void addStruct(Struct type, List<?> values) {
        consumer.startGroup();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                ColumnType.Field field = type.fields().get(i);
                consumer.startField(field.name(), i);
                add(field.type(), values.get(i));
                consumer.endField(field.name(), i);
            }
        }
        consumer.endGroup();
    }
}
