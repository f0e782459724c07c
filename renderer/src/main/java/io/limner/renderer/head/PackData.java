package io.limner.renderer.head;

import java.util.Map;

/**
 * What the head pack's file holds. Lengths are mm in the axes of the head data: x to the subject's left, y up, z forward.
 *
 * @param surface the coarse skin and its helper vertices
 * @param targets morph targets by name
 * @param helpers which vertices carry eyes and joints
 * @param mouth teeth and tongue
 * @param baked what was computed for the assembled mesh
 */
public record PackData(Surface surface, Map<String, MorphTarget> targets, Helpers helpers, Mouth mouth, Baked baked) {

    /**
     * The coarse mesh.
     *
     * @param positions base positions of surface vertices, then of helper vertices; 3 a vertex
     * @param vertexCount how many vertices lie on the surface
     * @param quads surface vertex indices, 4 a quad, counter-clockwise from outside
     * @param uv texture coordinates of each quad corner, 8 a quad
     * @param classes segmentation code of each triangle of the subdivided surface, 8 a quad
     * @param bend how far each surface vertex follows the head: 0 torso to 1 head
     */
    public record Surface(double[] positions, int vertexCount, int[] quads, float[] uv, byte[] classes, float[] bend) {}

    /**
     * Helper vertices.
     *
     * @param leftEye the subject's left eye
     * @param rightEye the right eye
     * @param neck corners of the cube about the base of the neck
     * @param skull corners of the cube about the joint of neck and skull
     * @param lips pairs of surface vertices, upper lip then lower lip, that touch when the mouth is shut
     */
    public record Helpers(Eye leftEye, Eye rightEye, int[] neck, int[] skull, int[] lips) {}

    /**
     * Where an eye is.
     *
     * @param ball vertices on the eyeball
     * @param upperLid surface vertices along the upper lid's edge, by rising x; the corners of the eye are left out
     * @param lowerLid surface vertices along the rest of the edge, corners included, by rising x
     */
    public record Eye(int[] ball, int[] upperLid, int[] lowerLid) {}

    /** What is inside the mouth. */
    public record Mouth(Teeth upper, Teeth lower, Tongue tongue) {}

    /**
     * Teeth and gum of one jaw, fitted to a triangle of helper vertices.
     *
     * @param reference the three helper vertices
     * @param width square root of twice the area of the reference triangle in the teeth's own model, mm
     * @param fit per vertex: three weights of the reference, then the distance along the reference's normal in the teeth's model, mm
     * @param quads vertex indices, 4 a quad
     * @param classes segmentation code of each quad
     */
    public record Teeth(int[] reference, double width, float[] fit, int[] quads, byte[] classes) {}

    /**
     * The tongue, whose vertices are helper vertices.
     *
     * @param vertices coarse indices
     * @param quads indices into {@code vertices}, 4 a quad
     */
    public record Tongue(int[] vertices, int[] quads) {}

    /**
     * What was computed for the assembled mesh.
     *
     * @param occlusion ambient visibility, 1 a vertex of the assembled mesh
     * @param landmarkTriangles triangle of each of the 68 points
     * @param landmarkWeights barycentric weights, 3 a point
     * @param skin low-frequency colour
     */
    public record Baked(float[] occlusion, int[] landmarkTriangles, float[] landmarkWeights, SkinMap skin) {}
}
