package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.sample.Columns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;

/** The files have the columns that FORMAT.md's tables say, of the types that they say, in their order. */
class ParquetColumnsTest {
    private static final Map<String, String> KINDS = Map.of("number", "double", "integer", "int64", "choice", "string");

    @Test
    void filesAreWhatTheTablesOfTheFormatSay() throws Exception {
        String format = Files.readString(Path.of(System.getProperty("limner.root"), "schema", "FORMAT.md"));
        List<String> expected = new ArrayList<>();
        for (List<String> row : rows(format, "## Columns")) {
            // Attributes stand between the labels and the scene.
            if (row.get(0).equals("scene")) {
                rows(format, "## Attributes")
                        .forEach(attribute -> expected.add(attribute.get(0) + ": " + KINDS.get(attribute.get(2))));
            }
            expected.add(row.get(0) + ": " + row.get(1));
        }
        MessageType schema = ParquetColumns.schema(Columns.every());
        assertThat(schema.getFields().stream().map(field -> field.getName() + ": " + text(field)))
                .containsExactlyElementsOf(expected);
    }

    /** The cells of the first table of a chapter, without quotes and head. */
    private static List<List<String>> rows(String format, String chapter) {
        return format.substring(format.indexOf("\n" + chapter + "\n"))
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> List.of(line.substring(1).split("\\|", -1)).stream()
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .toList();
    }

    /** A field's type in the words of the format; everything must be optional. */
    private static String text(Type field) {
        assertThat(field.isRepetition(Type.Repetition.OPTIONAL))
                .as(field.getName())
                .isTrue();
        if (field instanceof PrimitiveType primitive) {
            boolean text = primitive.getLogicalTypeAnnotation() != null;
            return text ? "string" : primitive.getPrimitiveTypeName().name().toLowerCase(Locale.ROOT);
        }
        GroupType group = field.asGroupType();
        if (group.getLogicalTypeAnnotation() != null) {
            GroupType list = group.getType(0).asGroupType();
            assertThat(list.getName()).isEqualTo("list");
            assertThat(list.isRepetition(Type.Repetition.REPEATED)).isTrue();
            assertThat(list.getFieldName(0)).isEqualTo("element");
            // The length is no part of Parquet's schema; FORMAT.md's is tested against the code's elsewhere.
            return "list of " + length(field.getName()) + " " + text(list.getType(0));
        }
        List<String> fields = group.getFields().stream()
                .map(inner -> inner.getName() + " " + text(inner))
                .toList();
        return "struct of " + String.join(", ", fields);
    }

    private static int length(String column) {
        String text = Columns.every().named(column).type().text();
        return Integer.parseInt(text.split(" ", -1)[2]);
    }
}
