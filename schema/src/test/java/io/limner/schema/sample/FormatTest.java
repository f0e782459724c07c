package io.limner.schema.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.label.AmodalGroup;
import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.HiddenBy;
import io.limner.schema.label.Ibug68;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** FORMAT.md says what the code does. A failure shows the rows that the text should have. */
class FormatTest {
    private static String format;

    @BeforeAll
    static void read() throws Exception {
        format = Files.readString(Path.of(System.getProperty("limner.root"), "schema", "FORMAT.md"));
    }

    /** The text of a chapter. */
    private static String chapter(String title) {
        Matcher chapter = Pattern.compile("(?ms)^## " + Pattern.quote(title) + "$(.*?)(?=^## |\\z)")
                .matcher(format);
        assertThat(chapter.find()).as("chapter %s", title).isTrue();
        return chapter.group(1);
    }

    /** The rows of a chapter's first table, without its head. */
    private static List<String> table(String title) {
        return table(title, 0);
    }

    /** The rows of a chapter's table, counted from 0, without its head. */
    private static List<String> table(String title, int number) {
        List<String> tables = Pattern.compile("(?m)(^\\|.*\\n)+")
                .matcher(chapter(title))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(tables).as("tables of %s", title).hasSizeGreaterThan(number);
        List<String> rows = tables.get(number).lines().toList();
        assertThat(rows).as("table of %s", title).hasSizeGreaterThan(2);
        return rows.subList(2, rows.size());
    }

    /** The first cells of a row, without their quotes. */
    private static List<String> cells(String row, int count) {
        return Arrays.stream(row.substring(1).split("\\|", -1))
                .limit(count)
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    @Test
    void columns() {
        assertThat(table("Columns"))
                .containsExactlyElementsOf(Columns.every().all().stream()
                        .filter(column -> !(column.origin() instanceof Origin.Attribute))
                        .map(column -> "| `%s` | %s | %s | %s |"
                                .formatted(column.name(), column.type().text(), group(column), column.meaning()))
                        .toList());
    }

    private static String group(Column column) {
        return column.origin() instanceof Origin.Label label
                ? "`" + label.kind().name().toLowerCase(Locale.ROOT) + "`"
                : "";
    }

    @Test
    void attributes() {
        assertThat(table("Attributes"))
                .containsExactlyElementsOf(
                        Parameters.all().stream().map(FormatTest::attribute).toList());
    }

    private static String attribute(Parameter parameter) {
        return "| `%s` | `%s` | %s | %s | %s | `%s` | %s | %s |"
                .formatted(
                        parameter.column(),
                        parameter.name(),
                        parameter.domain().kind(),
                        parameter.domain().text(),
                        parameter.domain().unit(),
                        parameter.standard().varied().text(),
                        parameter.standard().neutral(),
                        parameter.meaning());
    }

    /** The order of the file is the order that the text claims. */
    @Test
    void attributesStandBetweenLabelsAndScene() {
        List<String> names = Columns.every().names();
        int first = names.indexOf(Parameters.all().get(0).column());

        assertThat(names.get(first - 1)).isEqualTo("albedo");
        assertThat(names.get(first + Parameters.all().size())).isEqualTo("scene");
    }

    @Test
    void segmentationCodes() {
        assertThat(table("Segmentation").stream().map(row -> cells(row, 2)))
                .containsExactlyElementsOf(Arrays.stream(SegmentationClass.values())
                        .map(type -> List.of(
                                Integer.toString(type.code()), type.name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    @Test
    void amodalBits() {
        assertThat(table("Layers on request").stream().map(row -> cells(row, 2)))
                .containsExactlyElementsOf(Arrays.stream(AmodalGroup.values())
                        .map(group -> List.of(
                                Integer.toString(group.bit()), group.name().toLowerCase(Locale.ROOT)))
                        .toList());
        for (SegmentationClass kind : SegmentationClass.values()) {
            String row = table("Layers on request").stream()
                    .filter(line -> line.contains("`" + kind.name().toLowerCase(Locale.ROOT) + "`"))
                    .reduce("", (all, line) -> line);
            assertThat(row.isEmpty() ? "0" : cells(row, 1).get(0))
                    .as("bit of %s", kind)
                    .isEqualTo(Integer.toString(AmodalGroup.bit(kind)));
        }
    }

    @Test
    void landmarkGroups() {
        assertThat(table("Landmarks").stream().map(row -> cells(row, 2)))
                .containsExactlyElementsOf(Arrays.stream(Ibug68.Group.values())
                        .map(group -> List.of(group.first() + " to " + group.last(), group.wireName()))
                        .toList());
    }

    @Test
    void whatHidesLandmarks() {
        assertThat(table("Landmarks", 1).stream().map(row -> cells(row, 2)))
                .containsExactlyElementsOf(Arrays.stream(HiddenBy.values())
                        .map(by ->
                                List.of(Integer.toString(by.code()), by.name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    @Test
    void denseLandmarks() {
        assertThat(table("Landmarks", 2).stream().map(row -> cells(row, 2)))
                .containsExactlyElementsOf(DenseLandmarks.regions().stream()
                        .map(region -> List.of(region.first() + " to " + region.last(), region.name()))
                        .toList());
        assertThat(chapter("Landmarks"))
                .contains(DenseLandmarks.COUNT + " points, on request: " + DenseLandmarks.ON_SKIN + " on the skin")
                .contains(DenseLandmarks.IRIS_RADIUS + " radians");
    }

    /** What a reader must do without in older files. */
    @Test
    void laterColumns() {
        Matcher said =
                Pattern.compile("none of\\s+the columns (.*?);", Pattern.DOTALL).matcher(chapter("Versions"));
        assertThat(said.find()).isTrue();
        assertThat(Arrays.stream(said.group(1).replace("`", "").split(",\\s+")))
                .containsExactlyElementsOf(Columns.every().names().stream()
                        .filter(Columns::cameLater)
                        .sorted()
                        .toList());
    }

    /** "16 - i for 0 to 16, 43 - i for 17 to 26, ...". */
    @Test
    void mirroring() {
        String text = chapter("Landmarks").replaceAll("\\s+", " ");
        text = text.substring(text.indexOf("Point i becomes:"));
        Matcher rule = Pattern.compile("(?:(\\d+) - )?i for ([^-:]*?)(?=, (?:\\d+ - )?i for|\\.|, \\d+ - )")
                .matcher(text);
        int[] mirrored = new int[Ibug68.COUNT];
        Arrays.fill(mirrored, -1);
        while (rule.find()) {
            for (String range : rule.group(2).split(", | and ")) {
                String[] ends = range.strip().split(" to ");
                for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                    mirrored[i] = rule.group(1) == null ? i : Integer.parseInt(rule.group(1)) - i;
                }
            }
        }
        for (int i = 0; i < mirrored.length; i++) {
            assertThat(mirrored[i]).as("mirror image of %d", i).isEqualTo(Ibug68.mirrored(i));
        }
    }

    @Test
    void footerKeys() {
        assertThat(table("Footer").stream().map(row -> cells(row, 1).get(0)))
                .containsExactlyElementsOf(Footer.of(SampleRows.SPEC).keySet());
    }

    @Test
    void version() {
        assertThat(format).contains("Version " + SchemaVersion.CURRENT + ".");
    }

    @Test
    void chaptersAreListed() {
        List<String> titles = Pattern.compile("(?m)^## (.*)$")
                .matcher(format)
                .results()
                .map(title -> title.group(1))
                .toList();
        String contents = format.substring(0, format.indexOf("## "));
        assertThat(titles).allSatisfy(title -> assertThat(contents)
                .contains("[" + title + "](#" + title.toLowerCase(Locale.ROOT).replace(' ', '-') + ")"));
    }

    /** Every hashed label is named in the text, in the order in which it is hashed. */
    @Test
    void hashedSections() {
        String text = chapter("Hashes");
        int at = text.indexOf("`label_hash`");
        for (Column column : Columns.every().all()) {
            boolean hashed = column.origin() instanceof Origin.Label
                    || column.name()
                            .matches("blendshapes|(camera|head|face|eye|gaze)_.*(box|s|pose|center|left|right)");
            if (hashed && !(column.origin() instanceof Origin.Attribute)) {
                int found = text.indexOf("`" + column.name() + "`", at);
                assertThat(found).as(column.name()).isGreaterThan(at);
                at = found;
            }
        }
    }
}
