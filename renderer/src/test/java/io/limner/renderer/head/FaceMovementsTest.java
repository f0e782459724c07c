package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FaceMovementsTest {
    private static final Gaze AHEAD = new Gaze(0, 0);

    @Test
    void presetAndMovementsAddUpToOneAtMost() {
        Map<Blendshape, Double> smile = FaceMovements.preset(Expression.Preset.SMILE);
        double share = smile.get(Blendshape.CHEEK_SQUINT_LEFT);
        assertThat(of(Expression.Preset.SMILE, 0.5, Map.of(Blendshape.CHEEK_SQUINT_LEFT, 0.3)))
                .containsEntry(Blendshape.CHEEK_SQUINT_LEFT, 0.5 * share + 0.3);
        assertThat(of(Expression.Preset.SMILE, 1, Map.of(Blendshape.CHEEK_SQUINT_LEFT, 0.9)))
                .containsEntry(Blendshape.CHEEK_SQUINT_LEFT, 1.0);
        assertThat(of(Expression.Preset.NEUTRAL, 1, Map.of())).isEmpty();
    }

    @Test
    void whatPullsAtTheSameSkinSharesIt() {
        Map<Blendshape, Double> both = of(
                Expression.Preset.NEUTRAL,
                0,
                Map.of(Blendshape.MOUTH_SMILE_LEFT, 1.0, Blendshape.MOUTH_FROWN_LEFT, 1.0));
        assertThat(both.get(Blendshape.MOUTH_SMILE_LEFT)).isCloseTo(0.6, within(1e-12));
        assertThat(both.get(Blendshape.MOUTH_FROWN_LEFT)).isCloseTo(0.6, within(1e-12));
    }

    /** A preset that says the same of both sides moves both alike, and none beyond what the skin allows. */
    @Test
    void whatIsSharedByBothSidesFavoursNone() {
        for (Expression.Preset preset : Expression.Preset.values()) {
            Map<Blendshape, Double> said = FaceMovements.preset(preset);
            Map<Blendshape, Double> drawn = of(preset, 1, Map.of(Blendshape.BROW_INNER_UP, 0.3));
            boolean even = said.keySet().stream().allMatch(m -> said.get(m).equals(said.get(mirrored(m))));
            if (even) {
                assertThat(drawn).allSatisfy((m, strength) -> assertThat(drawn.get(mirrored(m)))
                        .as("%s %s", preset, m)
                        .isEqualTo(strength));
            }
            assertThat(drawn.getOrDefault(Blendshape.BROW_INNER_UP, 0.0)
                            + drawn.getOrDefault(Blendshape.BROW_OUTER_UP_RIGHT, 0.0)
                            + drawn.getOrDefault(Blendshape.BROW_DOWN_RIGHT, 0.0))
                    .isLessThanOrEqualTo(1.8 + 1e-12);
        }
    }

    private static Blendshape mirrored(Blendshape movement) {
        String name = movement.name();
        return Blendshape.valueOf(
                name.endsWith("_LEFT")
                        ? name.replace("_LEFT", "_RIGHT")
                        : name.endsWith("_RIGHT") ? name.replace("_RIGHT", "_LEFT") : name);
    }

    @Test
    void lipsCloseOverNoMoreThanTheJawHasOpened() {
        Map<Blendshape, Double> some =
                of(Expression.Preset.NEUTRAL, 0, Map.of(Blendshape.MOUTH_CLOSE, 1.0, Blendshape.JAW_OPEN, 0.4));
        assertThat(some.get(Blendshape.MOUTH_CLOSE)).isEqualTo(0.4);
        assertThat(some.get(Blendshape.MOUTH_PRESS_LEFT)).isPositive();
    }

    @Test
    void theTongueNeedsAnOpenMouth() {
        assertThat(of(Expression.Preset.NEUTRAL, 0, Map.of(Blendshape.TONGUE_OUT, 1.0)))
                .containsEntry(Blendshape.JAW_OPEN, 0.4);
        assertThat(of(Expression.Preset.NEUTRAL, 0, Map.of(Blendshape.TONGUE_OUT, 1.0, Blendshape.JAW_OPEN, 0.8)))
                .containsEntry(Blendshape.JAW_OPEN, 0.8);
    }

    @Test
    void anOpeningJawLiftsTheUpperLip() {
        assertThat(of(Expression.Preset.NEUTRAL, 0, Map.of(Blendshape.JAW_OPEN, 0.3))
                        .get(Blendshape.MOUTH_UPPER_UP_RIGHT))
                .isCloseTo(0.27, within(1e-12));
        assertThat(of(
                        Expression.Preset.NEUTRAL,
                        0,
                        Map.of(Blendshape.JAW_OPEN, 1.0, Blendshape.MOUTH_UPPER_UP_LEFT, 0.7)))
                .containsEntry(Blendshape.MOUTH_UPPER_UP_LEFT, 0.7)
                .containsEntry(Blendshape.MOUTH_UPPER_UP_RIGHT, 0.4);
        assertThat(of(Expression.Preset.NEUTRAL, 0, Map.of(Blendshape.JAW_OPEN, 1.0, Blendshape.MOUTH_CLOSE, 1.0)))
                .doesNotContainKey(Blendshape.MOUTH_UPPER_UP_LEFT);
    }

    @Test
    void lidsFollowTheGaze() {
        Map<Blendshape, Double> look =
                FaceMovements.of(new Expression(Expression.Preset.NEUTRAL, 0), new Gaze(14, -10));
        assertThat(look.keySet())
                .containsExactlyInAnyOrder(
                        Blendshape.EYE_LOOK_OUT_LEFT,
                        Blendshape.EYE_LOOK_IN_RIGHT,
                        Blendshape.EYE_LOOK_UP_LEFT,
                        Blendshape.EYE_LOOK_UP_RIGHT);
        assertThat(look.values()).allMatch(strength -> Math.abs(strength - 0.5) < 1e-9);
    }

    @Test
    void everyPresetButNeutralMoves() {
        for (Expression.Preset preset : Expression.Preset.values()) {
            assertThat(FaceMovements.preset(preset).isEmpty())
                    .as(preset.name())
                    .isEqualTo(preset == Expression.Preset.NEUTRAL);
        }
    }

    /** FORMAT.md lists what presets are. */
    @Test
    void presetsAreThoseOfTheFormat() throws Exception {
        String text = Files.readString(Path.of(System.getProperty("limner.root"), "schema", "FORMAT.md"));
        Map<Expression.Preset, Map<Blendshape, Double>> written = new EnumMap<>(Expression.Preset.class);
        String chapter = text.substring(text.indexOf("\n## Expression\n"), text.indexOf("\n## Pixels\n"));
        for (String row : chapter.lines().filter(line -> line.startsWith("| `")).toList()) {
            String[] cells = row.replace("`", "").split("\\|", -1);
            Map<Blendshape, Double> movements = new TreeMap<>();
            for (String movement : cells[2].strip().split(", ")) {
                for (String side : List.of("left", "right")) {
                    if (!movement.equals("none")) {
                        String[] words = movement.split(" ");
                        movements.put(
                                Blendshape.valueOf(words[0].replace("*", side).toUpperCase(Locale.ROOT)),
                                Double.parseDouble(words[1]));
                    }
                }
            }
            written.put(Expression.Preset.valueOf(cells[1].strip().toUpperCase(Locale.ROOT)), movements);
        }
        Map<Expression.Preset, Map<Blendshape, Double>> drawn = new EnumMap<>(Expression.Preset.class);
        Arrays.stream(Expression.Preset.values()).forEach(preset -> drawn.put(preset, FaceMovements.preset(preset)));
        assertThat(written).isEqualTo(drawn);
    }

    private static Map<Blendshape, Double> of(
            Expression.Preset preset, double intensity, Map<Blendshape, Double> movements) {
        return FaceMovements.of(new Expression(preset, intensity, movements), AHEAD);
    }
}
