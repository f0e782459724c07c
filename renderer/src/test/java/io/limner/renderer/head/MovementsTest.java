package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Pose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each movement of a face moves what it names, and nothing else. */
class MovementsTest {
    private static final HeadModel MODEL = new HeadModel(HeadPack.get());
    private static final double[] STILL = positions(Map.of());
    private static final Topology TOPOLOGY = MODEL.topology();
    /** Less than this is no movement, mm. */
    private static final double NOTHING = 0.2;

    /** A box of rest positions, mm: from x, to x, from y, to y. Eyes lie at y = 0, the mouth at -67, the chin at -105. */
    private record Box(double x0, double x1, double y0, double y1) {
        boolean holds(double x, double y) {
            return x >= x0 && x <= x1 && y >= y0 && y <= y1;
        }

        Box mirrored() {
            return new Box(-x1, -x0, y0, y1);
        }
    }

    /** Where a movement shows most, and the whole of what it may move. */
    private static Box[] boxes(Blendshape movement) {
        String name = movement.name();
        if (name.endsWith("RIGHT") && movement != Blendshape.JAW_RIGHT && movement != Blendshape.MOUTH_RIGHT) {
            Box[] left = boxes(Blendshape.valueOf(name.replace("RIGHT", "LEFT")));
            return new Box[] {left[0].mirrored(), left[1].mirrored()};
        }
        return switch (name.split("_", -1)[0]) {
            case "EYE" -> new Box[] {new Box(10, 66, -32, 16), new Box(-30, 72, -62, 22)};
            case "BROW" ->
                movement == Blendshape.BROW_INNER_UP
                        ? new Box[] {new Box(-35, 35, 0, 45), new Box(-58, 58, -20, 75)}
                        : new Box[] {new Box(5, 72, 2, 45), new Box(-22, 75, -45, 80)};
            case "CHEEK" ->
                movement == Blendshape.CHEEK_PUFF
                        ? new Box[] {new Box(-72, 72, -95, -15), new Box(-76, 76, -115, 20)}
                        : new Box[] {new Box(8, 72, -75, 10), new Box(-16, 76, -98, 26)};
            case "NOSE" -> new Box[] {new Box(-5, 40, -65, 40), new Box(-36, 68, -75, 72)};
            case "JAW" -> new Box[] {new Box(-50, 50, -120, -60), new Box(-76, 76, -155, 20)};
            case "TONGUE", "MOUTH" -> new Box[] {new Box(-60, 60, -112, -25), new Box(-76, 76, -145, 24)};
            default -> throw new AssertionError(movement);
        };
    }

    @ParameterizedTest
    @EnumSource
    void aMovementMovesWhatItNamesAndNothingElse(Blendshape movement) {
        double[] moved = positions(Map.of(movement, 1.0));
        Box[] boxes = boxes(movement);
        double inside = 0;
        double all = 0;
        double most = 0;
        for (int v = 0; v < moved.length / 3; v++) {
            double d = distance(moved, v);
            double x = TOPOLOGY.rest()[3 * v];
            double y = TOPOLOGY.rest()[3 * v + 1];
            boolean skin = v < HeadPack.get().assembly().upperTeeth();
            boolean eye = v >= HeadPack.get().assembly().leftEye();
            if (d > NOTHING) {
                assertThat(eye).as("an eyeball moves").isFalse();
                assertThat(skin && !boxes[1].holds(x, y))
                        .as("(%.0f, %.0f) moves by %.1f mm", x, y, d)
                        .isFalse();
            }
            all += d;
            inside += boxes[0].holds(x, y) || !skin ? d : 0;
            most = Math.max(most, d);
        }
        assertThat(most).as("strongest movement, mm").isBetween(0.9, 45.0);
        assertThat(inside / all).as("share where it belongs").isGreaterThan(0.6);
    }

    @ParameterizedTest
    @EnumSource
    void leftAndRightMirrorEachOther(Blendshape movement) {
        String name = movement.name();
        Blendshape other = Blendshape.valueOf(
                name.endsWith("LEFT") ? name.replace("LEFT", "RIGHT") : name.replace("RIGHT", "LEFT"));
        double[] here = positions(Map.of(movement, 1.0));
        double[] there = positions(Map.of(other, 1.0));
        Map<List<Long>, Integer> places = new HashMap<>();
        int skin = HeadPack.get().assembly().upperTeeth();
        float[] rest = TOPOLOGY.rest();
        for (int v = 0; v < skin; v++) {
            places.put(place(rest[3 * v], rest[3 * v + 1], rest[3 * v + 2]), v);
        }
        int compared = 0;
        for (int v = 0; v < skin; v++) {
            Integer m = places.get(place(-rest[3 * v], rest[3 * v + 1], rest[3 * v + 2]));
            if (m != null && distance(here, v) > NOTHING) {
                compared++;
                for (int i = 0; i < 3; i++) {
                    double mine = here[3 * v + i] - STILL[3 * v + i];
                    double its = there[3 * m + i] - STILL[3 * m + i];
                    assertThat(i == 0 ? -its : its).isCloseTo(mine, within(0.25));
                }
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource
    void upperTeethStayWithTheSkull(Blendshape movement) {
        double[] moved = positions(Map.of(movement, 1.0));
        for (int v = HeadPack.get().assembly().upperTeeth();
                v < HeadPack.get().assembly().lowerTeeth();
                v++) {
            assertThat(distance(moved, v)).isLessThan(1e-9);
        }
    }

    private static double distance(double[] moved, int v) {
        double x = moved[3 * v] - STILL[3 * v];
        double y = moved[3 * v + 1] - STILL[3 * v + 1];
        double z = moved[3 * v + 2] - STILL[3 * v + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static double[] positions(Map<Blendshape, Double> movements) {
        Expression expression = new Expression(Expression.Preset.NEUTRAL, 0, movements);
        return MODEL.deform(ContactSheet.scene(ContactSheet.neutral(), expression, new Pose(0, 0, 0), new Gaze(0, 0)))
                .head()
                .positions();
    }

    private static List<Long> place(double x, double y, double z) {
        return List.of(Math.round(x / 0.05), Math.round(y / 0.05), Math.round(z / 0.05));
    }
}
