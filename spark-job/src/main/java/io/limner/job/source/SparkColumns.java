package io.limner.job.source;

import io.limner.schema.sample.Column;
import io.limner.schema.sample.ColumnType;
import io.limner.schema.sample.ColumnType.Numbers;
import io.limner.schema.sample.ColumnType.Primitive;
import io.limner.schema.sample.ColumnType.Struct;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Columns in Spark's words. */
final class SparkColumns {
    private SparkColumns() {}

    static StructType schema(Columns columns) {
        StructType schema = new StructType();
        for (Column column : columns.all()) {
            schema = schema.add(column.name(), type(column.type()), true, column.meaning());
        }
        return schema;
    }

    static InternalRow row(Columns columns, FaceSample sample) {
        List<Column> all = columns.all();
        Object[] values = new Object[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(all.get(i).type(), all.get(i).value().apply(sample));
        }
        return new GenericInternalRow(values);
    }

    private static DataType type(ColumnType type) {
        if (type instanceof Primitive primitive) {
            return primitive(primitive);
        }
        if (type instanceof Numbers numbers) {
            return DataTypes.createArrayType(primitive(numbers.element()), true);
        }
        StructType struct = new StructType();
        for (ColumnType.Field field : ((Struct) type).fields()) {
            struct = struct.add(field.name(), primitive(field.type()), true);
        }
        return struct;
    }

    private static DataType primitive(Primitive type) {
        return switch (type) {
            case INT32 -> DataTypes.IntegerType;
            case INT64 -> DataTypes.LongType;
            case FLOAT -> DataTypes.FloatType;
            case DOUBLE -> DataTypes.DoubleType;
            case STRING -> DataTypes.StringType;
            case BINARY -> DataTypes.BinaryType;
        };
    }

    private static Object value(ColumnType type, Object value) {
        if (value instanceof String text) {
            return UTF8String.fromString(text);
        }
        if (type instanceof Numbers) {
            return array(value);
        }
        if (type instanceof Struct struct && value != null) {
            List<?> fields = (List<?>) value;
            Object[] values = new Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(struct.fields().get(i).type(), fields.get(i));
            }
            return new GenericInternalRow(values);
        }
        return value;
    }

    private static Object array(Object value) {
        if (value instanceof float[] floats) {
            return UnsafeArrayData.fromPrimitiveArray(floats);
        }
        if (value instanceof double[] doubles) {
            return UnsafeArrayData.fromPrimitiveArray(doubles);
        }
        return value == null ? null : UnsafeArrayData.fromPrimitiveArray((int[]) value);
    }
}
