package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.label.DenseLandmarks;
import org.junit.jupiter.api.Test;

class DensePointsTest {

    /** Found by their places on the texture map, they are where their table says, which knows nothing of this mesh. */
    @Test
    void pointsAreWhereTheirTableSays() {
        Topology topology = HeadPack.get().topology();
        SurfacePoints points = DensePoints.on(topology);
        double[] rest = new double[topology.rest().length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = topology.rest()[i];
        }
        double[] found = points.at(topology.triangles(), rest);
        double worst = 0;
        for (int i = 0; i < DenseLandmarks.ON_SKIN; i++) {
            DenseLandmarks.Point said = DenseLandmarks.skin().get(i);
            double aside = Math.hypot(found[3 * i] - said.x(), found[3 * i + 1] - said.y());
            worst = Math.max(worst, Math.hypot(aside, found[3 * i + 2] - said.z()));
        }
        assertThat(worst).as("farthest from its place, mm").isLessThan(1.5);
    }
}
