package io.limner.renderer.head;

import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Scene;
import java.util.Arrays;
import java.util.Map;

/**
 * From a scene to a head: who it is, what it does, how it is turned. All arithmetic is double precision with {@link StrictMath}, so
 * that labels repeat on any machine. Immutable and thread-safe; every call owns its arrays.
 *
 * <p>Frames: the model's origin lies midway between the eyeball centres of the person's upright neutral head, x to the subject's
 * left, y up, z forward, mm. The world frame is the model frame of the upright head; a turn about the neck moves the face in it.
 */
public final class HeadModel {
    private static final int JAW = 17;

    private final HeadPack pack;
    private final HeadGeometry geometry;
    private final TraitShape traits = TraitShape.load();
    private final DetailShape detail = DetailShape.load();
    private final HeadSurface surface;
    private final SurfacePoints landmarks;
    private final SurfacePoints densePoints;
    private final SurfacePoints jawArcs;

    public HeadModel(HeadPack pack) {
        this.pack = pack;
        this.geometry = new HeadGeometry(pack.data(), pack.assembly());
        this.surface = new HeadSurface(
                pack.topology(),
                pack.assembly().coarseTriangles(),
                new SkinRegions(pack.topology()),
                pack.skinMap(),
                null);
        PackData.Baked baked = pack.data().baked();
        this.landmarks = SurfacePoints.of(baked.landmarkTriangles(), baked.landmarkWeights());
        this.densePoints = DensePoints.on(pack.topology());
        SurfacePoints jaw = new SurfacePoints(
                Arrays.copyOf(landmarks.triangles(), JAW), Arrays.copyOf(landmarks.weights(), 3 * JAW));
        this.jawArcs = JawArcs.on(pack.topology(), jaw);
    }

    /** What stays the same in every head. */
    public Topology topology() {
        return pack.topology();
    }

    /** What a drawing device must know; its shadow is cast by the skin before its subdivision, a quarter as many triangles. */
    public HeadSurface surface() {
        return surface;
    }

    /** The head of {@code scene} without hair. */
    public Deformed deform(Scene scene) {
        double[] coarse = pack.data().surface().positions().clone();
        Morphs identity = new Morphs(pack.data().targets());
        MacroShape.add(scene.subject(), identity);
        traits.add(scene.subject(), identity);
        detail.add(scene.subject(), identity);
        identity.add(MorphTarget.of(scene.wear().clothing().cut()), 1);
        identity.apply(coarse);
        geometry.shutLips(coarse, scene.subject().ancestry());
        HeadGeometry.Person person = geometry.person(coarse);
        geometry.boundCranium(person);
        Map<Blendshape, Double> movements = FaceMovements.of(scene.expression(), scene.gaze());
        double[] moved = geometry.moved(person, movements);
        HeadGeometry.Placed placed = geometry.place(person, moved, scene.head(), scene.gaze());
        Mesh mesh = new Mesh(pack.topology(), placed.positions(), placed.normals());
        return new Deformed(surface, mesh, anchors(person, placed, strengths(movements)));
    }

    private static double[] strengths(Map<Blendshape, Double> movements) {
        return Arrays.stream(Blendshape.values())
                .mapToDouble(movement -> movements.getOrDefault(movement, 0.0))
                .toArray();
    }

    private Anchors anchors(HeadGeometry.Person person, HeadGeometry.Placed placed, double[] movements) {
        double[] h = placed.headToWorld();
        double[] headToWorld = {h[0], h[1], h[2], h[9], h[3], h[4], h[5], h[10], h[6], h[7], h[8], h[11], 0, 0, 0, 1};
        double[] gaze = {placed.gaze()[2], placed.gaze()[5], placed.gaze()[8]};
        Anchors.Eye left = eye(person.leftEye(), headToWorld, gaze);
        Anchors.Eye right = eye(person.rightEye(), headToWorld, gaze);
        int[] corners = pack.topology().triangles();
        double[] dense = Arrays.copyOf(densePoints.at(corners, placed.positions()), 3 * DenseLandmarks.COUNT);
        iris(right, placed.gaze(), dense, DenseLandmarks.ON_SKIN);
        iris(left, placed.gaze(), dense, DenseLandmarks.ON_SKIN + DenseLandmarks.PER_EYE);
        Anchors.Points points = new Anchors.Points(
                landmarks.at(corners, placed.positions()), dense, jawArcs.at(corners, placed.positions()));
        return new Anchors(points, headToWorld, left, right, movements);
    }

    /** The pupil and the edge of the iris, on the eyeball. */
    private static void iris(Anchors.Eye eye, double[] turn, double[] out, int first) {
        for (int k = 0; k < DenseLandmarks.PER_EYE; k++) {
            double[] d = DenseLandmarks.eyeDirection(k);
            for (int i = 0; i < 3; i++) {
                out[3 * (first + k) + i] = eye.center()[i]
                        + eye.radius() * (turn[3 * i] * d[0] + turn[3 * i + 1] * d[1] + turn[3 * i + 2] * d[2]);
            }
        }
    }

    private static Anchors.Eye eye(Sphere eye, double[] m, double[] gaze) {
        double[] center = new double[3];
        for (int i = 0; i < 3; i++) {
            center[i] = m[4 * i] * eye.x() + m[4 * i + 1] * eye.y() + m[4 * i + 2] * eye.z() + m[4 * i + 3];
        }
        return new Anchors.Eye(center, eye.radius(), gaze.clone());
    }
}
