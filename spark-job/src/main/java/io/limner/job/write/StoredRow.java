package io.limner.job.write;

import io.limner.schema.sample.Column;
import io.limner.schema.sample.ColumnType;
import io.limner.schema.sample.ColumnType.Numbers;
import io.limner.schema.sample.ColumnType.Primitive;
import io.limner.schema.sample.ColumnType.Struct;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;

/** A row as it is stored: the values of its columns, of the Java types that {@link ColumnType} names. */
public final class StoredRow {
    private final Group group;

    StoredRow(Group group) {
        this.group = group;
    }

    /** Whether its file has that column; older files lack newer ones. */
    public boolean has(Column column) {
        return group.getType().containsField(column.name());
    }

    /** The value of a column; null where the row has none. */
    public Object value(Column column) {
        if (!has(column) || group.getFieldRepetitionCount(column.name()) == 0) {
            return null;
        }
        if (column.type() instanceof Primitive primitive) {
            return primitive(group, column.name(), primitive);
        }
        Group value = group.getGroup(column.name(), 0);
        return column.type() instanceof Numbers numbers ? list(value, numbers) : struct(value, (Struct) column.type());
    }

    private static Object list(Group group, Numbers type) {
        int length = group.getFieldRepetitionCount(ParquetColumns.LIST);
        if (length != type.length()) {
            throw new IllegalArgumentException("a " + type.text() + " has " + length + " elements");
        }
        Object values =
                switch (type.element()) {
                    case FLOAT -> new float[length];
                    case DOUBLE -> new double[length];
                    default -> new int[length];
                };
        for (int i = 0; i < length; i++) {
            java.lang.reflect.Array.set(
                    values,
                    i,
                    primitive(group.getGroup(ParquetColumns.LIST, i), ParquetColumns.ELEMENT, type.element()));
        }
        return values;
    }

    private static List<Object> struct(Group group, Struct type) {
        List<Object> values = new ArrayList<>();
        for (ColumnType.Field field : type.fields()) {
            boolean there = group.getFieldRepetitionCount(field.name()) > 0;
            values.add(there ? primitive(group, field.name(), field.type()) : null);
        }
        return values;
    }

    private static Object primitive(Group group, String name, Primitive type) {
        return switch (type) {
            case INT32 -> group.getInteger(name, 0);
            case INT64 -> group.getLong(name, 0);
            case FLOAT -> group.getFloat(name, 0);
            case DOUBLE -> group.getDouble(name, 0);
            case STRING -> group.getString(name, 0);
            case BINARY -> group.getBinary(name, 0).getBytes();
        };
    }
}
