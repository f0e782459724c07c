package io.limner.renderer.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limner.renderer.FaceModel;
import org.junit.jupiter.api.Test;

class SkinRegionsTest {
    private static final HeadSurface SURFACE = FaceModel.shared().surface();
    private static final SkinRegions REGIONS = SURFACE.regions();

    @Test
    void noTriangleHasBothBeardAndBrow() {
        int[] corners = SURFACE.topology().triangles();
        int bearded = 0;
        int browed = 0;
        for (int t = 0; t < corners.length; t += 3) {
            double beard = 0;
            double brow = 0;
            for (int k = 0; k < 3; k++) {
                beard = Math.max(beard, REGIONS.beard(corners[t + k]));
                brow = Math.max(brow, REGIONS.brow(corners[t + k]));
            }
            assertEquals(0, Math.min(beard, brow), "triangle " + t / 3);
            bearded += beard > 0 ? 1 : 0;
            browed += brow > 0 ? 1 : 0;
        }
        assertTrue(bearded > 500 && browed > 200, bearded + " with beard, " + browed + " with brow");
    }
}
