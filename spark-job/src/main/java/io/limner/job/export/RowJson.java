package io.limner.job.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limner.schema.sample.Column;
import io.limner.schema.sample.ColumnType;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import java.io.IOException;
import java.util.List;

/** A row as a JSON object: every column but images, named and measured as the dataset's. */
final class RowJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Column> columns;

    RowJson(Columns columns) {
        this.columns = columns.all().stream()
                .filter(column -> !column.type().equals(ColumnType.IMAGE))
                .toList();
    }

    byte[] of(FaceSample sample) throws IOException {
        ObjectNode row = MAPPER.createObjectNode();
        for (Column column : columns) {
            Object value = column.value().apply(sample);
            if (column.type() instanceof ColumnType.Struct struct && value != null) {
                ObjectNode fields = row.putObject(column.name());
                for (int i = 0; i < struct.fields().size(); i++) {
                    fields.putPOJO(struct.fields().get(i).name(), ((List<?>) value).get(i));
                }
            } else if (column.name().equals("scene")) {
                row.set(column.name(), MAPPER.readTree((String) value));
            } else {
                row.putPOJO(column.name(), value);
            }
        }
        return MAPPER.writeValueAsBytes(row);
    }
}
