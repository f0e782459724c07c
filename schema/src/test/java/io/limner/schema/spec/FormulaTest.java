package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a formula's text says is that formula. */
class FormulaTest {
    private static DatasetSpec spec(String exclusion) {
        return SpecReader.parse("limner: 1\nname: a\nsamples: 5\nexclude: ['" + exclusion + "']", "a test");
    }

    private static String text(DatasetSpec spec) {
        return spec.composition().recipe().exclusions().get(0).text();
    }

    /** The text of a formula that survives its canonical form. */
    private static String canonical(String exclusion) {
        DatasetSpec spec = spec(exclusion);
        assertThat(SpecReader.parse(spec.canonical(), "canonical")).isEqualTo(spec);
        return text(spec);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "capture.noise<0.0000001 | capture.noise < 1e-7",
                "capture.noise < 1.5E-3 | capture.noise < 0.0015",
                "head.yaw = 1 or head.yaw = 2 or head.yaw = 3 | head.yaw = 1 or head.yaw = 2 or head.yaw = 3",
                "head.yaw > 1 and (head.roll > 2 and head.pitch > 3) | head.yaw > 1 and (head.roll > 2 and head.pitch > 3)",
                "(head.yaw > 1 and head.roll > 2) or head.pitch > 3 | head.yaw > 1 and head.roll > 2 or head.pitch > 3",
                "head.yaw in [1, 2] and head.roll > 2 | (head.yaw = 1 or head.yaw = 2) and head.roll > 2",
                "not (not (head.yaw > 5 or head.yaw < 2)) | not not (head.yaw > 5 or head.yaw < 2)",
                "head.yaw - (head.roll - 2) - -5 > 0 | head.yaw - (head.roll - 2) - -5 > 0",
                "head.yaw / (head.roll + 60) * 2 > -(head.pitch + -head.yaw) | head.yaw / (head.roll + 60) * 2 > -(head.pitch + -head.yaw)",
                "min((head.yaw + 2), max(1, head.roll)) > 3 | min(head.yaw + 2, max(1, head.roll)) > 3"
            })
    void isWrittenWithTheBracketsThatItNeeds(String said, String canonical) {
        assertThat(canonical(said)).isEqualTo(canonical);
        assertThat(text(spec(canonical))).isEqualTo(canonical);
    }

    @Test
    void aLongListSurvives() {
        String list = IntStream.range(-85, 85).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        canonical("head.yaw in [" + list + "] and head.roll > 3");
        canonical("head.yaw > 0" + " + 1 - 1".repeat(100));
    }

    @Test
    void boundsHoldForTheFormulaHoweverItIsWritten() {
        String deep = "(".repeat(37) + "head.yaw" + ")".repeat(37);
        canonical("(" + deep + " + 1) * 2 in [1, 2] and head.roll > 3");
        for (String refused : List.of(
                "((" + deep + " + 1) * 2 + 1) * 2 in [1, 2] and head.roll > 3",
                "not ".repeat(50) + "head.yaw > 1",
                "head.yaw > " + "-".repeat(50_000) + "1",
                "head.yaw > 1" + " + 1".repeat(500))) {
            assertThatThrownBy(() -> spec(refused))
                    .isInstanceOf(SpecException.class)
                    .hasMessageMatching("(?s).*(deeper than 40 levels|more than 500 operations).*");
        }
    }

    @Test
    void anyFormulaSurvives() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            String said = truth(random, 4) + " or head.yaw > 12";
            assertThat(parse(text(parse(said)))).as(said).isEqualTo(parse(said));
        }
    }

    private static Formula parse(String text) {
        Problems problems = new Problems();
        SpecNode node = new SpecNode.Scalar(new SpecNode.Mark("a test", 1), text, true);
        Formula formula = FormulaParser.parse(node, "exclude", Formula.Kind.TRUTH, problems)
                .orElse(null);
        problems.throwIfAny();
        return formula;
    }

    private static String text(Formula formula) {
        return formula.text();
    }

    private static String truth(Random random, int depth) {
        String[] joins = {" or ", " and "};
        return switch (depth == 0 ? 3 : random.nextInt(5)) {
            case 0, 1 -> truth(random, depth - 1) + joins[random.nextInt(2)] + truth(random, depth - 1);
            case 2 -> "not " + truth(random, depth - 1);
            case 3 ->
                number(random, depth)
                        + (random.nextBoolean()
                                ? " >= " + number(random, depth)
                                : " in [3, 1e-9, " + number(random, depth) + "]");
            default -> "(" + truth(random, depth - 1) + ")";
        };
    }

    private static String number(Random random, int depth) {
        String[] joins = {" + ", " - ", " * ", " / "};
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(7)) {
            case 0 -> "head.yaw";
            case 1 -> Double.toString(random.nextInt(9));
            case 2, 3 -> number(random, depth - 1) + joins[random.nextInt(4)] + number(random, depth - 1);
            case 4 -> "-" + number(random, depth - 1);
            case 5 -> "max(" + number(random, depth - 1) + ", " + number(random, depth - 1) + ")";
            default -> "(" + number(random, depth - 1) + ")";
        };
    }
}
