package io.limner.renderer.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limner.renderer.FaceModel;
import org.junit.jupiter.api.Test;

class SkinRegionsTest {
    private static final int STEP = 16;
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

    @Test
    void aDeviceIsToldBeardAboveAndBrowBelowZero() {
        float[] told = new float[STEP * SURFACE.topology().vertexCount()];
        REGIONS.write(told, STEP);
        for (int v = 0; v < told.length / STEP; v++) {
            assertEquals(REGIONS.beard(v), Math.max(told[STEP * v + 11], 0));
            assertEquals(REGIONS.brow(v), Math.max(-told[STEP * v + 11], 0));
            assertEquals(REGIONS.scalp(v), told[STEP * v + 15]);
        }
    }
}
