package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.schema.label.SegmentationClass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadPackTest {
    private static final Set<SegmentationClass> ELSEWHERE = Set.of(
            SegmentationClass.BACKGROUND,
            SegmentationClass.IRIS,
            SegmentationClass.BROW,
            SegmentationClass.LASH,
            SegmentationClass.HAIR);

    private final HeadPack pack = HeadPack.get();
    private final Topology topology = pack.topology();

    @Test
    void holdsEveryClassOfAHeadWithoutHair() {
        Set<Integer> found = new HashSet<>();
        for (byte code : topology.classes()) {
            found.add((int) code);
        }
        for (SegmentationClass value : SegmentationClass.values()) {
            // What is worn, and beards, came later and have the codes from that of glasses on.
            boolean head = !ELSEWHERE.contains(value) && value.code() < SegmentationClass.GLASSES.code();
            assertThat(found.contains(value.code())).as(value.name()).isEqualTo(head);
        }
    }

    @Test
    void arraysAgreeOnTheirCounts() {
        assertThat(topology.uv()).hasSize(2 * topology.vertexCount());
        assertThat(topology.occlusion()).hasSize(topology.vertexCount());
        assertThat(topology.classes()).hasSize(topology.triangleCount());
        assertThat(IntStream.of(topology.triangles()).max().orElseThrow()).isEqualTo(topology.vertexCount() - 1);
        for (float open : topology.occlusion()) {
            assertThat(open).isBetween(0f, 1f);
        }
    }

    @Test
    void theMouthIsDarkerThanTheForehead() {
        double[] open = new double[2];
        int[] count = new int[2];
        for (int t = 0; t < topology.triangleCount(); t++) {
            int v = topology.triangles()[3 * t];
            boolean mouth = topology.classes()[t] == SegmentationClass.MOUTH_INTERIOR.code();
            boolean forehead = topology.classes()[t] == SegmentationClass.SKIN.code()
                    && topology.rest()[3 * v + 1] > 30
                    && topology.rest()[3 * v + 2] > 0;
            if (mouth || forehead) {
                open[mouth ? 0 : 1] += topology.occlusion()[v];
                count[mouth ? 0 : 1]++;
            }
        }
        assertThat(open[0] / count[0]).isLessThan(0.5);
        assertThat(open[1] / count[1]).isGreaterThan(0.9);
    }

    @Test
    void restOfAnEyeIsAUnitDirection() {
        for (int t = 0; t < topology.triangleCount(); t++) {
            if (topology.classes()[t] == SegmentationClass.EYE_WHITE.code()) {
                int v = 3 * topology.triangles()[3 * t];
                double length =
                        Math.hypot(Math.hypot(topology.rest()[v], topology.rest()[v + 1]), topology.rest()[v + 2]);
                assertThat(length).isBetween(0.99999, 1.00001);
            }
        }
    }

    @Test
    void theNeutralHeadIsSymmetric() {
        Set<Long> places = new HashSet<>();
        float[] rest = topology.rest();
        int skin = pack.assembly().upperTeeth();
        for (int v = 0; v < skin; v++) {
            for (int dx = -1; dx <= 1; dx++) {
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dz = -1; dz <= 1; dz++) {
                        places.add(
                                cell(rest[3 * v] + 0.2 * dx, rest[3 * v + 1] + 0.2 * dy, rest[3 * v + 2] + 0.2 * dz));
                    }
                }
            }
        }
        long mirrored = IntStream.range(0, skin)
                .filter(v -> places.contains(cell(-rest[3 * v], rest[3 * v + 1], rest[3 * v + 2])))
                .count();
        // The shirt's collar is not symmetric to the last vertex; the face is.
        assertThat((double) mirrored / skin).isGreaterThan(0.98);
    }

    @Test
    void theSkinMapIsNeutralOnAverage() {
        SkinMap map = pack.skinMap();
        assertThat(map.width()).isLessThanOrEqualTo(256);
        double sum = 0;
        int count = 0;
        for (int t = 0; t < topology.triangleCount(); t++) {
            if (topology.classes()[t] == SegmentationClass.SKIN.code()) {
                int v = topology.triangles()[3 * t];
                int x = (int) (topology.uv()[2 * v] * map.width());
                int y = (int) ((1 - topology.uv()[2 * v + 1]) * map.height());
                sum += map.rgb()[3 * (y * map.width() + x)] & 255;
                count++;
            }
        }
        assertThat(sum / count).isBetween(115.0, 140.0);
    }

    @Test
    void aPackSurvivesItsFile() throws IOException {
        byte[] bytes = PackFormat.write(pack.data());
        PackData again = PackFormat.read(new ByteArrayInputStream(bytes));
        assertThat(PackFormat.write(again)).isEqualTo(bytes);
        assertThat(again.surface().positions()).isEqualTo(pack.data().surface().positions());
        assertThat(again.targets().keySet()).isEqualTo(pack.data().targets().keySet());
    }

    @Test
    void refusesWhatIsNoPack() {
        assertThatThrownBy(() -> PackFormat.read(new ByteArrayInputStream(new byte[64])))
                .isInstanceOf(IOException.class);
    }

    private static long cell(double x, double y, double z) {
        return Math.round(x / 0.2) * 4_000_037L * 4_000_037L + Math.round(y / 0.2) * 4_000_037L + Math.round(z / 0.2);
    }
}
