package io.limner.renderer.pass;

import io.limner.renderer.gl.Buffer;
import io.limner.renderer.gl.VertexArray;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.HeadSurface;
import io.limner.renderer.head.Topology;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.lwjgl.opengl.GL45C;

/** A face on the device: the head's vertices and triangles first, whose topology is written once, then the strands', then what is worn. */
// Shader constants live as long as this process: the order of an enum serves.
@SuppressWarnings("EnumOrdinal")
final class FaceBuffers implements AutoCloseable {
    private static final int SOME = 512;

    private final Topology head;
    private final Topology sorted;
    private final int[] casterCorners;
    private final List<Range> headRanges = new ArrayList<>();
    private final int casterTriangles;
    private final int firstStrand;
    private final FaceVertices vertices;
    private final Buffer triangles = new Buffer(1 << 16);
    private final Buffer casters;
    private final Buffer corners = new Buffer(1 << 16);
    private final VertexArray vertexArray = new VertexArray();
    /** Some of what is written next: a loop writes faster into an array than into a buffer. */
    private final int[] some = new int[4 * SOME];

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
        vertices = new FaceVertices(model);
        reserve(head.triangleCount(), 0);
        sorted = byMaterial(head);
        writeIndices(triangles, 0, sorted.triangles(), 0);
        writeCorners(sorted, 0, 0);
        firstStrand = head.triangleCount() + 1 & ~1; // Even: classify.comp knows the two triangles of a segment by it.
        casterCorners = model.casters();
        casters = new Buffer(4L * casterCorners.length);
        writeIndices(casters, 0, casterCorners, 0);
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
        firstWorn = firstStrand + strandTriangles;
        wornTriangles = worn.triangleCount();
        wornShown = face.worn().shown();
        loaded = face;
        reserve(firstWorn + wornTriangles, head.triangleCount());
        vertices.write(face.head(), face.strands().mesh(), face.worn(), eye);
        writeCorners(strands, firstStrand, first);
        writeCorners(worn, firstWorn, first + strands.vertexCount());
    }

    private void reserve(long triangleCount, long keep) {
        triangles.reserve(12 * triangleCount, 12 * keep);
        corners.reserve(16 * triangleCount, 16 * keep);
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
        vertexArray.bind(vertices.buffer(), FaceVertices.BYTES, FaceVertices.REST, casters);
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
            writeIndices(triangles, firstStrand, strands.triangles(), first);
            int[] worn = loaded.worn().mesh().topology().triangles();
            writeIndices(triangles, firstWorn, worn, first + strands.vertexCount());
            loaded = null;
        }
        vertexArray.bind(vertices.buffer(), FaceVertices.BYTES, FaceVertices.REST, triangles);
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
        vertices.buffer().bindTexels(Bindings.VERTICES, GL45C.GL_RGBA32F);
        corners.bindTexels(Bindings.CORNERS, GL45C.GL_RGBA32UI);
    }

    private void writeIndices(Buffer to, int firstTriangle, int[] indices, int firstVertex) {
        if (indices.length > 0) {
            to.write(12L * firstTriangle, 4L * indices.length, out -> indices(indices, firstVertex, out.asIntBuffer()));
        }
    }

    private void indices(int[] indices, int firstVertex, IntBuffer out) {
        for (int first = 0; first < indices.length; first += some.length) {
            int count = Math.min(some.length, indices.length - first);
            for (int i = 0; i < count; i++) {
                some[i] = indices[first + i] + firstVertex;
            }
            out.put(some, 0, count);
        }
    }

    private void writeCorners(Topology topology, int firstTriangle, int firstVertex) {
        int count = topology.triangleCount();
        if (count > 0) {
            corners.write(16L * firstTriangle, 16L * count, out -> corners(topology, firstVertex, out.asIntBuffer()));
        }
    }

    private void corners(Topology topology, int firstVertex, IntBuffer out) {
        int[] vertices = topology.triangles();
        byte[] classes = topology.classes();
        for (int first = 0; first < classes.length; first += SOME) {
            int end = Math.min(classes.length, first + SOME);
            for (int t = first, at = 0; t < end; t++, at += 4) {
                some[at] = vertices[3 * t] + firstVertex;
                some[at + 1] = vertices[3 * t + 1] + firstVertex;
                some[at + 2] = vertices[3 * t + 2] + firstVertex;
                some[at + 3] = classes[t];
            }
            out.put(some, 0, 4 * (end - first));
        }
    }

    @Override
    public void close() {
        vertexArray.close();
        vertices.close();
        triangles.close();
        corners.close();
        casters.close();
    }
}
