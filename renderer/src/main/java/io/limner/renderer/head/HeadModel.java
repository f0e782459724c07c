package io.limner.renderer.head;

import io.limner.schema.scene.Scene;

/**
 * From a scene to a head: who it is, what it does, how it is turned. All arithmetic is double precision with {@link StrictMath}, so
 * that labels repeat on any machine. Immutable and thread-safe; every call owns its arrays.
 *
 * <p>Frames: the model's origin lies midway between the eyeball centres of the person's upright neutral head, x to the subject's
 * left, y up, z forward, mm. The world frame is the model frame of the upright head; a turn about the neck moves the face in it.
 */
public final class HeadModel {
    private static final int LANDMARKS = 68;

    private final HeadPack pack;
    private final HeadGeometry geometry;
    private final DetailShape detail = DetailShape.load();

    public HeadModel(HeadPack pack) {
        this.pack = pack;
        this.geometry = new HeadGeometry(pack.data(), pack.assembly());
    }

    /** What stays the same in every head. */
    public Topology topology() {
        return pack.topology();
    }

    /** Triangles of the skin before its subdivision, over the same vertices: a quarter as many, for shadows. */
    public int[] casters() {
        return pack.assembly().coarseTriangles();
    }

    /** Low-frequency colour of skin, for the topology's texture coordinates. */
    public SkinMap skinMap() {
        return pack.skinMap();
    }

    /** The head of {@code scene} without hair. */
    public Deformed deform(Scene scene) {
        double[] coarse = pack.data().surface().positions().clone();
        Morphs identity = new Morphs(pack.data().targets());
        MacroShape.add(scene.subject(), identity);
        detail.add(scene.subject(), identity);
        identity.apply(coarse);
        geometry.shutLips(coarse, scene.subject().ancestry());
        HeadGeometry.Person person = geometry.person(coarse);
        geometry.boundCranium(person);
        double[] moved = geometry.moved(person, FaceMovements.of(scene.expression(), scene.gaze()));
        HeadGeometry.Placed placed = geometry.place(person, moved, scene.head(), scene.gaze());
        Mesh mesh = new Mesh(pack.topology(), placed.positions(), placed.normals());
        return new Deformed(mesh, anchors(person, placed));
    }

    private Anchors anchors(HeadGeometry.Person person, HeadGeometry.Placed placed) {
        double[] h = placed.headToWorld();
        double[] headToWorld = {h[0], h[1], h[2], h[9], h[3], h[4], h[5], h[10], h[6], h[7], h[8], h[11], 0, 0, 0, 1};
        double[] gaze = {placed.gaze()[2], placed.gaze()[5], placed.gaze()[8]};
        return new Anchors(
                landmarks(placed.positions()),
                headToWorld,
                eye(person.leftEye(), headToWorld, gaze),
                eye(person.rightEye(), headToWorld, gaze));
    }

    private double[] landmarks(double[] positions) {
        double[] out = new double[3 * LANDMARKS];
        int[] at = pack.data().baked().landmarkTriangles();
        float[] weights = pack.data().baked().landmarkWeights();
        int[] triangles = pack.topology().triangles();
        for (int i = 0; i < LANDMARKS; i++) {
            for (int corner = 0; corner < 3; corner++) {
                int vertex = triangles[3 * at[i] + corner];
                for (int axis = 0; axis < 3; axis++) {
                    out[3 * i + axis] += weights[3 * i + corner] * positions[3 * vertex + axis];
                }
            }
        }
        return out;
    }

    private static Anchors.Eye eye(Sphere eye, double[] m, double[] gaze) {
        double[] center = new double[3];
        for (int i = 0; i < 3; i++) {
            center[i] = m[4 * i] * eye.x() + m[4 * i + 1] * eye.y() + m[4 * i + 2] * eye.z() + m[4 * i + 3];
        }
        return new Anchors.Eye(center, eye.radius(), gaze.clone());
    }
}
