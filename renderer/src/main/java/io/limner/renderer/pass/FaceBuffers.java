package io.limner.renderer.pass;

import io.limner.renderer.gl.Buffer;
import io.limner.renderer.gl.VertexArray;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.HeadSurface;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.SkinRegions;
import io.limner.renderer.head.Topology;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;

/** A face on the device: the head's vertices and triangles first, whose topology is written once, then the strands', then what is worn. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class FaceBuffers implements AutoCloseable {
    private final Topology head;
    private final Topology sorted;
    private final int[] casterCorners;
    private final List<Range> headRanges = new ArrayList<>();
    private final int casterTriangles;
    private final int firstStrand;
    private final Buffer positions = new Buffer(1 << 16);
    private final Buffer normals = new Buffer(1 << 16);
    private final Buffer surface = new Buffer(1 << 16);
    private final Buffer texturing = new Buffer(1 << 16);
    private final Buffer regions = new Buffer(1 << 16);
    private final Buffer triangles = new Buffer(1 << 16);
    private final Buffer casters;
    private final Buffer corners = new Buffer(1 << 16);
    private final VertexArray vertexArray = new VertexArray();
    /** What is written next, first in an array, into which a loop writes faster than into a buffer. */
    private float[] floats = new float[1 << 16];

    private int[] ints = new int[1 << 16];
    private FloatBuffer floatBuffer = BufferUtils.createFloatBuffer(1 << 16);
    private IntBuffer intBuffer = BufferUtils.createIntBuffer(1 << 16);
    private int strandTriangles;
    private int strandsShown;
    private int firstCaster;
    private int firstHidden;
    private int firstWorn;
    private int wornTriangles;
    private int wornShown;
    /** The face whose triangles the device has yet to be told, if it is to draw them; else null. */
    private Face loaded;

    FaceBuffers(HeadSurface model) {
        head = model.topology();
        reserve(head.vertexCount(), head.triangleCount(), false);
        SkinRegions masks = model.regions();
        texturing.write(0, floats(masks.texturing(head)));
        regions.write(0, floats(masks.regions()));
        surface.write(0, surface(head));
        sorted = byMaterial(head);
        triangles.write(0, indices(sorted.triangles(), 0));
        corners.write(0, corners(sorted, 0));
        firstStrand = head.triangleCount() + 1 & ~1; // Even: classify.comp knows the two triangles of a segment by it.
        casterCorners = model.casters();
        casters = new Buffer(4L * casterCorners.length);
        casters.write(0, indices(casterCorners, 0));
        casterTriangles = casterCorners.length / 3;
    }

    /** Writes what moves; {@code eye} is the camera's place in the world, mm. */
    @SuppressWarnings(
            "ReferenceEquality") // one topology serves all faces of a head pack: another object is another head
    void load(Face face, double[] eye) {
        if (face.head().topology() != head) {
            throw new IllegalArgumentException("a face of another head pack");
        }
        Topology strands = face.strands().mesh().topology();
        int first = head.vertexCount();
        strandTriangles = strands.triangleCount();
        strandsShown = face.strands().shown();
        firstCaster = face.strands().firstCaster();
        firstHidden = face.strands().firstHidden();
        Topology worn = face.worn().mesh().topology();
        int firstWornVertex = first + strands.vertexCount();
        firstWorn = firstStrand + strandTriangles;
        wornTriangles = worn.triangleCount();
        wornShown = face.worn().shown();
        loaded = face;
        reserve(firstWornVertex + worn.vertexCount(), firstWorn + wornTriangles, true);
        write(face.head(), 0, eye);
        write(face.strands().mesh(), first, eye);
        surface.write(16L * first, surface(strands));
        corners.write(16L * firstStrand, corners(strands, first));
        if (wornTriangles > 0) {
            write(face.worn().mesh(), firstWornVertex, eye);
            surface.write(16L * firstWornVertex, surface(worn));
            texturing.write(16L * firstWornVertex, pairs(worn.uv(), face.worn().finishes()));
            corners.write(16L * firstWorn, corners(worn, firstWornVertex));
        }
    }

    private void write(Mesh mesh, int first, double[] eye) {
        positions.write(16L * first, relative(mesh.positions(), eye));
        normals.write(16L * first, padded(mesh.normals()));
    }

    private void reserve(int vertexCount, int triangleCount, boolean keep) {
        long v = keep ? head.vertexCount() : 0;
        long t = keep ? head.triangleCount() : 0;
        positions.reserve(16L * vertexCount, 0);
        normals.reserve(16L * vertexCount, 0);
        surface.reserve(16L * vertexCount, 16 * v);
        texturing.reserve(16L * vertexCount, 16 * v);
        regions.reserve(16L * vertexCount, 16 * v);
        triangles.reserve(12L * triangleCount, 12 * t);
        corners.reserve(16L * triangleCount, 16 * t);
    }

    /** The head's triangles in the order in which they are numbered, and the casters of its shadow: what the device was told. */
    Topology sorted() {
        return sorted;
    }

    int[] casters() {
        return casterCorners;
    }

    /** Told of triangles of one material: {@code id} is material << 28, to which the number of a triangle is added. */
    interface RangeListener {
        void draw(int id, int first, int end);
    }

    /** What {@link #drawHead} draws of the head. */
    void forEachHeadRange(RangeListener listener) {
        headRanges.forEach(
                range -> listener.draw(range.material.ordinal() << 28, range.first, range.first + range.count));
    }

    /** The id of the first triangle of what is worn. */
    int firstWornId() {
        return Material.WEAR.ordinal() << 28 | firstWorn;
    }

    /** The id of the first triangle of the strands. */
    int firstStrandId() {
        return Material.STRAND.ordinal() << 28 | firstStrand;
    }

    /** The coarse head, whose outside is in front of its inside. */
    void drawHeadForShadow() {
        vertexArray.bind(positions, surface, casters);
        vertexArray.draw(0, casterTriangles);
    }

    /** What is worn, and of the hair what casts shadows: either side of it. */
    void drawOthersForShadow() {
        bindTriangles();
        vertexArray.draw(firstStrand + firstCaster, firstHidden - firstCaster);
        if (wornTriangles > 0) {
            vertexArray.draw(firstWorn, wornTriangles);
        }
    }

    /** @param firstId told what the shader is to call the first triangle of what is drawn next: material << 28 | triangle; what is worn goes with the head */
    void drawHead(IntConsumer firstId) {
        bindTriangles();
        headRanges.forEach(range -> draw(range, firstId));
        if (wornShown > 0) {
            draw(new Range(Material.WEAR, firstWorn, wornShown), firstId);
        }
    }

    /** As {@link #drawHead}, after it. */
    void drawStrands(IntConsumer firstId) {
        draw(new Range(Material.STRAND, firstStrand, strandsShown), firstId);
    }

    /** The strands that {@link #drawStrands} leaves out since other surfaces hide them. */
    void drawHiddenStrands(IntConsumer firstId) {
        draw(new Range(Material.STRAND, firstStrand + firstHidden, strandTriangles - firstHidden), firstId);
    }

    /** Keeps no face alive that is drawn. */
    void drawn() {
        loaded = null;
    }

    private void bindTriangles() {
        if (loaded != null) {
            Topology strands = loaded.strands().mesh().topology();
            int first = head.vertexCount();
            triangles.write(12L * firstStrand, indices(strands.triangles(), first));
            if (wornTriangles > 0) {
                int[] worn = loaded.worn().mesh().topology().triangles();
                triangles.write(12L * firstWorn, indices(worn, first + strands.vertexCount()));
            }
            loaded = null;
        }
        vertexArray.bind(positions, surface, triangles);
    }

    private void draw(Range range, IntConsumer firstId) {
        firstId.accept(range.material.ordinal() << 28 | range.first);
        vertexArray.draw(range.first, range.count);
    }

    /** Triangles of one material. */
    private record Range(Material material, int first, int count) {}

    /** The same surface, its triangles in the order of their materials, whose ranges are noted. */
    private Topology byMaterial(Topology topology) {
        int[] order = new int[3 * topology.triangleCount()];
        byte[] classes = new byte[topology.triangleCount()];
        int at = 0;
        for (Material material : Material.values()) {
            int first = at;
            for (int t = 0; t < classes.length; t++) {
                if (Material.of(topology.classes()[t]) == material) {
                    System.arraycopy(topology.triangles(), 3 * t, order, 3 * at, 3);
                    classes[at++] = topology.classes()[t];
                }
            }
            if (at > first) {
                headRanges.add(new Range(material, first, at - first));
            }
        }
        return new Topology(order, classes, topology.uv(), topology.rest(), topology.occlusion());
    }

    void bindTexels() {
        positions.bindTexels(Bindings.POSITIONS, GL45C.GL_RGBA32F);
        normals.bindTexels(Bindings.NORMALS, GL45C.GL_RGBA32F);
        surface.bindTexels(Bindings.SURFACE, GL45C.GL_RGBA32F);
        texturing.bindTexels(Bindings.TEXTURING, GL45C.GL_RGBA32F);
        regions.bindTexels(Bindings.REGIONS, GL45C.GL_RGBA32F);
        corners.bindTexels(Bindings.CORNERS, GL45C.GL_RGBA32UI);
    }

    /** Single precision suffices once the camera is the origin: about 0.0001 mm at a metre. */
    private FloatBuffer relative(double[] world, double[] eye) {
        float[] out = room(4 * world.length / 3);
        for (int i = 0, at = 0; i < world.length; i += 3, at += 4) {
            out[at] = (float) (world[i] - eye[0]);
            out[at + 1] = (float) (world[i + 1] - eye[1]);
            out[at + 2] = (float) (world[i + 2] - eye[2]);
            out[at + 3] = 0;
        }
        return buffer(4 * world.length / 3);
    }

    private FloatBuffer padded(float[] vectors) {
        float[] out = room(4 * vectors.length / 3);
        for (int i = 0, at = 0; i < vectors.length; i += 3, at += 4) {
            out[at] = vectors[i];
            out[at + 1] = vectors[i + 1];
            out[at + 2] = vectors[i + 2];
            out[at + 3] = 0;
        }
        return buffer(4 * vectors.length / 3);
    }

    private FloatBuffer floats(float[] values) {
        System.arraycopy(values, 0, room(values.length), 0, values.length);
        return buffer(values.length);
    }

    private FloatBuffer surface(Topology topology) {
        float[] out = room(4 * topology.vertexCount());
        float[] rest = topology.rest();
        for (int v = 0; v < topology.vertexCount(); v++) {
            out[4 * v] = rest[3 * v];
            out[4 * v + 1] = rest[3 * v + 1];
            out[4 * v + 2] = rest[3 * v + 2];
            out[4 * v + 3] = topology.occlusion()[v];
        }
        return buffer(4 * topology.vertexCount());
    }

    private FloatBuffer pairs(float[] first, float[] second) {
        float[] out = room(2 * first.length);
        for (int i = 0; i < first.length; i += 2) {
            out[2 * i] = first[i];
            out[2 * i + 1] = first[i + 1];
            out[2 * i + 2] = second[i];
            out[2 * i + 3] = second[i + 1];
        }
        return buffer(2 * first.length);
    }

    private IntBuffer indices(int[] values, int offset) {
        int[] out = intRoom(values.length);
        for (int i = 0; i < values.length; i++) {
            out[i] = values[i] + offset;
        }
        return intBuffer(values.length);
    }

    private IntBuffer corners(Topology topology, int offset) {
        int[] out = intRoom(4 * topology.triangleCount());
        int[] vertices = topology.triangles();
        for (int t = 0; t < topology.triangleCount(); t++) {
            out[4 * t] = vertices[3 * t] + offset;
            out[4 * t + 1] = vertices[3 * t + 1] + offset;
            out[4 * t + 2] = vertices[3 * t + 2] + offset;
            out[4 * t + 3] = topology.classes()[t];
        }
        return intBuffer(4 * topology.triangleCount());
    }

    private float[] room(int count) {
        if (floats.length < count) {
            floats = new float[count + count / 2];
        }
        return floats;
    }

    private int[] intRoom(int count) {
        if (ints.length < count) {
            ints = new int[count + count / 2];
        }
        return ints;
    }

    private FloatBuffer buffer(int count) {
        if (floatBuffer.capacity() < count) {
            floatBuffer = BufferUtils.createFloatBuffer(floats.length);
        }
        return floatBuffer.clear().put(floats, 0, count).flip();
    }

    private IntBuffer intBuffer(int count) {
        if (intBuffer.capacity() < count) {
            intBuffer = BufferUtils.createIntBuffer(ints.length);
        }
        return intBuffer.clear().put(ints, 0, count).flip();
    }

    @Override
    public void close() {
        vertexArray.close();
        positions.close();
        normals.close();
        surface.close();
        texturing.close();
        regions.close();
        triangles.close();
        corners.close();
        casters.close();
    }
}
