package io.limner.renderer.pass;

import io.limner.renderer.gl.Buffer;
import io.limner.renderer.head.HeadSurface;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.SkinRegions;
import io.limner.renderer.head.Topology;
import io.limner.renderer.head.Worn;
import java.nio.FloatBuffer;

/**
 * The vertices of a face on the device: the head's, then the strands', then those of what is worn. All that is known of a vertex lies
 * together ({@code mesh.glsl} has the order): what shades a triangle reads three places in memory, and its neighbour the same.
 */
final class FaceVertices implements AutoCloseable {
    /** Bytes of a vertex: a line of a processor's cache. */
    static final int BYTES = 64;
    /** Where its rest position lies among them. */
    static final int REST = 32;

    private static final int FLOATS = BYTES / Float.BYTES;
    /** Vertices that are put together in an array, into which a loop writes faster than into a buffer, before they are written. */
    private static final int SOME = 128;

    /** Of the head what does not change from face to face. */
    private final float[] head;
    /** Of strands and things that are worn the masks of skin are undefined, and of strands the texture too. */
    private final float[] some = new float[FLOATS * SOME];

    private final Buffer buffer;

    /** Room for faces on that head. */
    FaceVertices(HeadSurface surface) {
        head = still(surface);
        buffer = new Buffer(2L * Float.BYTES * head.length);
    }

    /** What {@code mesh.glsl} is told of the head's vertices at rest. */
    static float[] still(HeadSurface surface) {
        Topology topology = surface.topology();
        SkinRegions masks = surface.regions();
        float[] out = new float[FLOATS * topology.vertexCount()];
        still(topology, 0, topology.vertexCount(), out);
        uv(topology, 0, topology.vertexCount(), out);
        for (int v = 0, at = 0; v < topology.vertexCount(); v++, at += FLOATS) {
            out[at + 3] = masks.blush(v);
            out[at + 11] = masks.beard(v) - masks.brow(v); // No triangle has both.
            out[at + 14] = masks.lip(v);
            out[at + 15] = masks.scalp(v);
        }
        return out;
    }

    Buffer buffer() {
        return buffer;
    }

    /** Writes a face; {@code eye} is the camera's place in the world, mm. */
    void write(Mesh face, Mesh strands, Worn worn, double[] eye) {
        int others = strands.topology().vertexCount() + worn.mesh().topology().vertexCount();
        long bytes = (long) Float.BYTES * head.length + (long) BYTES * others;
        buffer.reserve(bytes, 0);
        buffer.write(0, bytes, out -> write(face, strands, worn, eye, out.asFloatBuffer()));
    }

    private void write(Mesh face, Mesh strands, Worn worn, double[] eye, FloatBuffer out) {
        Mesh things = worn.mesh();
        int strandCount = strands.topology().vertexCount();
        int thingCount = things.topology().vertexCount();
        for (int first = 0; first < head.length / FLOATS; first += SOME) {
            int end = Math.min(head.length / FLOATS, first + SOME);
            System.arraycopy(head, FLOATS * first, some, 0, FLOATS * (end - first));
            move(face, eye, first, end);
            out.put(some, 0, FLOATS * (end - first));
        }
        for (int first = 0; first < strandCount; first += SOME) {
            int end = Math.min(strandCount, first + SOME);
            still(strands.topology(), first, end, some);
            move(strands, eye, first, end);
            out.put(some, 0, FLOATS * (end - first));
        }
        for (int first = 0; first < thingCount; first += SOME) {
            int end = Math.min(thingCount, first + SOME);
            still(things.topology(), first, end, some);
            uv(things.topology(), first, end, some);
            move(things, eye, first, end);
            for (int v = first, at = 14; v < end; v++, at += FLOATS) {
                some[at] = worn.finishes()[2 * v];
                some[at + 1] = worn.finishes()[2 * v + 1];
            }
            out.put(some, 0, FLOATS * (end - first));
        }
    }

    /** Single precision suffices once the camera is the origin: about 0.0001 mm at a metre. */
    private void move(Mesh mesh, double[] eye, int first, int end) {
        double[] world = mesh.positions();
        float[] normals = mesh.normals();
        for (int i = 3 * first, at = 0; i < 3 * end; i += 3, at += FLOATS) {
            some[at] = (float) (world[i] - eye[0]);
            some[at + 1] = (float) (world[i + 1] - eye[1]);
            some[at + 2] = (float) (world[i + 2] - eye[2]);
            some[at + 4] = normals[i];
            some[at + 5] = normals[i + 1];
            some[at + 6] = normals[i + 2];
        }
    }

    private static void still(Topology topology, int first, int end, float[] out) {
        float[] rest = topology.rest();
        float[] occlusion = topology.occlusion();
        for (int v = first, at = 0; v < end; v++, at += FLOATS) {
            out[at + 7] = occlusion[v];
            out[at + 8] = rest[3 * v];
            out[at + 9] = rest[3 * v + 1];
            out[at + 10] = rest[3 * v + 2];
        }
    }

    private static void uv(Topology topology, int first, int end, float[] out) {
        float[] uv = topology.uv();
        for (int v = first, at = 12; v < end; v++, at += FLOATS) {
            out[at] = uv[2 * v];
            out[at + 1] = uv[2 * v + 1];
        }
    }

    @Override
    public void close() {
        buffer.close();
    }
}
