package io.limner.renderer.head;

/**
 * What stays the same when a mesh moves.
 *
 * @param triangles vertex indices, 3 a triangle, counter-clockwise seen from outside
 * @param classes {@link io.limner.schema.label.SegmentationClass} code of each triangle
 * @param uv texture coordinates, 2 a vertex
 * @param rest rest position, 3 a vertex: mm on the neutral head for skin, mouth and clothing; unit direction in the eye's own
 *     frame (z along the gaze) for eyes
 * @param occlusion baked ambient visibility of the neutral head, 0 (shut in) to 1 (open), 1 a vertex
 */
public record Topology(int[] triangles, byte[] classes, float[] uv, float[] rest, float[] occlusion) {

    /** How many vertices. */
    public int vertexCount() {
        return rest.length / 3;
    }

    /** How many triangles. */
    public int triangleCount() {
        return triangles.length / 3;
    }
}
