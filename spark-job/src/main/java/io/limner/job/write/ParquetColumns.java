package io.limner.job.write;

import io.limner.schema.sample.Column;
import io.limner.schema.sample.ColumnType;
import io.limner.schema.sample.ColumnType.Numbers;
import io.limner.schema.sample.ColumnType.Primitive;
import io.limner.schema.sample.ColumnType.Struct;
import io.limner.schema.sample.Columns;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Columns in Parquet's words. Everything is optional; lists have the three levels that the format asks for. */
final class ParquetColumns {
    static final String LIST = "list";
    static final String ELEMENT = "element";

    private ParquetColumns() {}

    static MessageType schema(Columns columns) {
        return new MessageType(
                "limner", columns.all().stream().map(ParquetColumns::type).toList());
    }

    private static Type type(Column column) {
        ColumnType type = column.type();
        if (type instanceof Primitive primitive) {
            return primitive(primitive, column.name());
        }
        if (type instanceof Numbers numbers) {
            return Types.optionalGroup()
                    .as(LogicalTypeAnnotation.listType())
                    .addField(Types.repeatedGroup()
                            .addField(primitive(numbers.element(), ELEMENT))
                            .named(LIST))
                    .named(column.name());
        }
        Types.GroupBuilder<org.apache.parquet.schema.GroupType> group = Types.optionalGroup();
        for (ColumnType.Field field : ((Struct) type).fields()) {
            group.addField(primitive(field.type(), field.name()));
        }
        return group.named(column.name());
    }

    private static Type primitive(Primitive type, String name) {
        return switch (type) {
            case INT32 -> Types.optional(PrimitiveTypeName.INT32).named(name);
            case INT64 -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case FLOAT -> Types.optional(PrimitiveTypeName.FLOAT).named(name);
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case BINARY -> Types.optional(PrimitiveTypeName.BINARY).named(name);
            case STRING ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
        };
    }
}
