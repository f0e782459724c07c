package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SubdivisionTest {
    private static final int[] CUBE = {0, 3, 2, 1, 4, 5, 6, 7, 0, 1, 5, 4, 1, 2, 6, 5, 2, 3, 7, 6, 3, 0, 4, 7};
    private static final double[] CORNERS = {
        -1, -1, -1, 1, -1, -1, 1, 1, -1, -1, 1, -1, -1, -1, 1, 1, -1, 1, 1, 1, 1, -1, 1, 1
    };

    @Test
    void weightsOfEveryFineVertexSumToOne() {
        PackData.Surface surface = HeadPack.get().data().surface();
        Subdivision head = new Subdivision(surface.vertexCount(), surface.quads(), surface.uv());
        double[] ones = new double[surface.vertexCount()];
        Arrays.fill(ones, 1);
        double[] fine = new double[head.fineCount()];
        head.refine(ones, 1, fine);
        assertThat(Arrays.stream(fine).min().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(fine).max().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void roundsACubeAsCatmullAndClarkSay() {
        Subdivision cube = new Subdivision(8, CUBE, new float[2 * CUBE.length]);
        assertThat(cube.fineCount()).isEqualTo(8 + 6 + 12);
        double[] fine = new double[3 * cube.fineCount()];
        cube.refine(CORNERS, 3, fine);
        // Valence 3: (F + 2 R + 0 P) / 3 with the mean of face points at 1/3 and of edge midpoints at 2/3.
        assertThat(Math.abs(fine[0])).isCloseTo(5.0 / 9, within(1e-12));
        // A face point is its centre; an edge point lies between the edge and its two face points.
        assertThat(fine[3 * 8 + 2]).isCloseTo(-1, within(1e-12));
        assertThat(Math.abs(fine[3 * 14]) + Math.abs(fine[3 * 14 + 1]) + Math.abs(fine[3 * 14 + 2]))
                .isCloseTo(1.5, within(1e-12));
    }

    @Test
    void keepsTheEndsOfABorderStraight() {
        Subdivision quad = new Subdivision(4, new int[] {0, 1, 2, 3}, new float[] {0, 0, 1, 0, 1, 1, 0, 1});
        double[] fine = new double[quad.fineCount()];
        quad.refine(new double[] {0, 8, 8, 0}, 1, fine);
        assertThat(fine[0]).isCloseTo(1, within(1e-12));
        assertThat(fine[5]).isCloseTo(4, within(1e-12));
        assertThat(quad.uv()[4]).isEqualTo(0.5f);
    }
}
