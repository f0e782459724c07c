package io.limner.renderer.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limner.renderer.FaceModel;
import io.limner.renderer.head.HeadSurface;
import io.limner.renderer.head.SkinRegions;
import io.limner.renderer.head.Topology;
import org.junit.jupiter.api.Test;

class FaceVerticesTest {
    private static final HeadSurface SURFACE = FaceModel.shared().surface();

    /** By the order that {@code mesh.glsl} gives. */
    @Test
    void whatStaysLiesWhereShadersReadIt() {
        Topology topology = SURFACE.topology();
        SkinRegions masks = SURFACE.regions();
        float[] told = FaceVertices.still(SURFACE);
        assertEquals(FaceVertices.BYTES / 4 * topology.vertexCount(), told.length);
        for (int v = 0; v < topology.vertexCount(); v++) {
            int position = 16 * v;
            int normal = position + 4;
            int rest = position + 8;
            int texture = position + 12;
            assertEquals(masks.blush(v), told[position + 3]);
            assertEquals(topology.occlusion()[v], told[normal + 3]);
            assertEquals(topology.rest()[3 * v], told[rest]);
            assertEquals(topology.rest()[3 * v + 1], told[rest + 1]);
            assertEquals(topology.rest()[3 * v + 2], told[rest + 2]);
            assertEquals(masks.beard(v), Math.max(told[rest + 3], 0));
            assertEquals(masks.brow(v), Math.max(-told[rest + 3], 0));
            assertEquals(topology.uv()[2 * v], told[texture]);
            assertEquals(topology.uv()[2 * v + 1], told[texture + 1]);
            assertEquals(masks.lip(v), told[texture + 2]);
            assertEquals(masks.scalp(v), told[texture + 3]);
        }
    }
}
