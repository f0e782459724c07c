package io.limner.schema.sample;

import io.limner.schema.sample.ColumnType.Primitive;
import io.limner.schema.spec.Domain;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import java.util.List;

/** One column for each parameter of the catalogue, so that rows can be chosen without opening an image. */
final class AttributeColumns {
    private AttributeColumns() {}

    static List<Column> all() {
        return Parameters.all().stream().map(AttributeColumns::column).toList();
    }

    private static Column column(Parameter parameter) {
        return new Column(
                parameter.column(),
                type(parameter.domain()),
                new Origin.Attribute(parameter),
                row -> value(parameter, row),
                parameter.meaning());
    }

    private static ColumnType type(Domain domain) {
        if (domain instanceof Domain.Names) {
            return Primitive.STRING;
        }
        return domain instanceof Domain.Integers ? Primitive.INT64 : Primitive.DOUBLE;
    }

    private static Object value(Parameter parameter, FaceSample row) {
        Object value = parameter.in().apply(row.scene()).json();
        return parameter.domain() instanceof Domain.Integers ? (Object) ((Double) value).longValue() : value;
    }
}
