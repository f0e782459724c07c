package io.limner.renderer.head;

import io.limner.schema.label.DenseLandmarks;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Scene;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A head of the user's: its shape is the file's, moved by the file's morph targets; skin, eyes and light are ours. Frames and units are those
 * of {@link HeadModel}. Immutable and thread-safe.
 */
public final class UserHead {
    private static final int JAW = 17;
    /** Base of the neck and joint of neck and skull, mm from the eyes. */
    private static final double[] NECK = {0, -165, -75};

    private static final double[] SKULL = {0, -75, -75};
    /** Below this height (less where it lies farther back) the neck begins to bend, and from the other on all stays. */
    private static final double HEAD_ENDS = -125;

    private static final double NECK_ENDS = -190;
    /** How open inner mouths are to light. */
    private static final float MOUTH_OPEN = 0.4f;

    private final Source source;
    private final Surface skin;
    private final List<Eyeball> eyes;
    private final Map<Blendshape, double[]> morphs;
    private final SurfacePoints landmarks;
    private final SurfacePoints jawArcs;
    private final HeadSurface surface;
    private final int[] welded;
    private final double[] follow;
    private final double[] eyeDirections = EyePatch.directions();

    /**
     * Where a head is from.
     *
     * @param file its name
     * @param licence as rows name it
     */
    public record Source(String file, String licence) {}

    /**
     * What is drawn but for the eyeballs.
     *
     * @param positions mm from the midpoint between the eyes, 3 a vertex
     * @param triangles vertex indices, 3 a triangle, counter-clockwise from outside
     * @param classes segmentation code of each triangle
     * @param uv 2 a vertex
     * @param colors of its own, or null
     */
    public record Surface(double[] positions, int[] triangles, byte[] classes, float[] uv, HeadColors colors) {}

    /**
     * Points on triangles.
     *
     * @param triangles one a point
     * @param weights 3 a point
     */
    public record Points(int[] triangles, double[] weights) {}

    /**
     * An eyeball.
     *
     * @param center mm, 3 values
     * @param radius mm
     */
    public record Eyeball(double[] center, double radius) {
        /** The ball that fits points best, 3 values each. */
        public static Eyeball fit(double[] points) {
            int[] all = new int[points.length / 3];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            Sphere sphere = Sphere.fit(points, all);
            return new Eyeball(new double[] {sphere.x(), sphere.y(), sphere.z()}, sphere.radius());
        }
    }

    /**
     * A head.
     *
     * @param eyes left, right
     * @param morphs displacement by movement, mm, 3 a vertex
     * @param landmarks the 68 points
     */
    public UserHead(
            Source source, Surface skin, List<Eyeball> eyes, Map<Blendshape, double[]> morphs, Points landmarks) {
        this.source = source;
        this.skin = skin;
        this.eyes = List.copyOf(eyes);
        this.morphs = Map.copyOf(morphs);
        this.landmarks = new SurfacePoints(landmarks.triangles(), landmarks.weights());
        this.welded = welded(skin.positions());
        this.follow = new double[skin.positions().length / 3];
        for (int v = 0; v < follow.length; v++) {
            double height = skin.positions()[3 * v + 1] + 0.5 * skin.positions()[3 * v + 2];
            follow[v] = SkinRegions.smooth(NECK_ENDS, HEAD_ENDS, height);
        }
        Topology topology = topology();
        this.jawArcs = JawArcs.on(
                topology,
                new SurfacePoints(
                        Arrays.copyOf(landmarks.triangles(), JAW), Arrays.copyOf(landmarks.weights(), 3 * JAW)));
        this.surface = new HeadSurface(
                topology,
                skin.triangles(),
                SkinRegions.ofLandmarks(topology, restLandmarks()),
                new SkinMap(1, 1, new byte[] {(byte) 128, (byte) 128, (byte) 128}),
                skin.colors());
    }

    /** File and licence. */
    public Source source() {
        return source;
    }

    /** What a drawing device must know of it. */
    public HeadSurface surface() {
        return surface;
    }

    /** Whether it can make a movement. */
    public boolean moves(Blendshape movement) {
        return morphs.containsKey(movement);
    }

    /** Movements that {@code expression} asks for and this head has no morph target for. */
    public List<Blendshape> missing(Expression expression) {
        return FaceMovements.asked(expression).keySet().stream()
                .filter(movement -> !morphs.containsKey(movement))
                .toList();
    }

    /** The 68 points of the head at rest, mm, 3 values each. */
    public double[] restLandmarks() {
        return landmarks.at(skin.triangles(), skin.positions());
    }

    /** The head of {@code scene}; movements that it has no morph target for are left out. */
    public Deformed deform(Scene scene) {
        double[] head = skin.positions().clone();
        Map<Blendshape, Double> movements = FaceMovements.of(scene.expression(), scene.gaze());
        movements.keySet().retainAll(morphs.keySet());
        movements.forEach((movement, strength) -> {
            double[] delta = morphs.get(movement);
            for (int i = 0; i < head.length; i++) {
                head[i] += strength * delta[i];
            }
        });
        double[] strengths = Arrays.stream(Blendshape.values())
                .mapToDouble(movement -> movements.getOrDefault(movement, 0.0))
                .toArray();
        NeckBend neck = new NeckBend(NECK, SKULL, scene.head());
        for (int v = 0; v < follow.length; v++) {
            neck.apply(head, 3 * v, follow[v]);
        }
        Gaze gaze = scene.gaze();
        double[] look = Rotation.product(neck.headRotation(), Rotation.of(gaze.yaw(), gaze.pitch(), 0));
        double[] positions = Arrays.copyOf(head, head.length + 2 * eyeDirections.length);
        float[] normals = Arrays.copyOf(normals(head), positions.length);
        Anchors.Eye[] placed = new Anchors.Eye[2];
        for (int i = 0; i < 2; i++) {
            placed[i] = eye(eyes.get(i), neck, look);
            eyeball(placed[i], look, positions, normals, head.length + i * eyeDirections.length);
        }
        double[] h = Arrays.copyOf(neck.headRotation(), 12);
        neck.apply(h, 9, 1);
        double[] headToWorld = {h[0], h[1], h[2], h[9], h[3], h[4], h[5], h[10], h[6], h[7], h[8], h[11], 0, 0, 0, 1};
        Anchors.Points points = new Anchors.Points(
                landmarks.at(skin.triangles(), head),
                new double[3 * DenseLandmarks.COUNT],
                jawArcs.at(skin.triangles(), head));
        Mesh mesh = new Mesh(surface.topology(), positions, normals);
        return new Deformed(surface, mesh, new Anchors(points, headToWorld, placed[0], placed[1], strengths));
    }

    private static Anchors.Eye eye(Eyeball eye, NeckBend neck, double[] look) {
        double[] center = eye.center().clone();
        neck.apply(center, 0, 1);
        return new Anchors.Eye(center, eye.radius(), new double[] {look[2], look[5], look[8]});
    }

    private void eyeball(Anchors.Eye eye, double[] look, double[] positions, float[] normals, int first) {
        for (int d = 0; d < eyeDirections.length; d += 3) {
            for (int i = 0; i < 3; i++) {
                double direction = look[3 * i] * eyeDirections[d]
                        + look[3 * i + 1] * eyeDirections[d + 1]
                        + look[3 * i + 2] * eyeDirections[d + 2];
                positions[first + d + i] = eye.center()[i] + eye.radius() * direction;
                normals[first + d + i] = (float) direction;
            }
        }
    }

    private Topology topology() {
        int count = skin.positions().length / 3;
        int[] triangles = Arrays.copyOf(skin.triangles(), skin.triangles().length + 6 * EyePatch.TRIANGLES);
        byte[] classes = Arrays.copyOf(skin.classes(), triangles.length / 3);
        Arrays.fill(classes, skin.classes().length, classes.length, (byte) SegmentationClass.EYE_WHITE.code());
        System.arraycopy(EyePatch.triangles(count), 0, triangles, skin.triangles().length, 3 * EyePatch.TRIANGLES);
        System.arraycopy(
                EyePatch.triangles(count + EyePatch.VERTICES),
                0,
                triangles,
                skin.triangles().length + 3 * EyePatch.TRIANGLES,
                3 * EyePatch.TRIANGLES);
        int all = count + 2 * EyePatch.VERTICES;
        float[] rest = new float[3 * all];
        for (int i = 0; i < 3 * count; i++) {
            rest[i] = (float) skin.positions()[i];
        }
        for (int i = 0; i < 2 * eyeDirections.length; i++) {
            rest[3 * count + i] = (float) eyeDirections[i % eyeDirections.length];
        }
        float[] occlusion = new float[all];
        Arrays.fill(occlusion, 1);
        for (int t = 0; t < skin.classes().length; t++) {
            int code = skin.classes()[t];
            if (code == SegmentationClass.MOUTH_INTERIOR.code()
                    || code == SegmentationClass.TEETH.code()
                    || code == SegmentationClass.TONGUE.code()) {
                for (int k = 0; k < 3; k++) {
                    occlusion[skin.triangles()[3 * t + k]] = MOUTH_OPEN;
                }
            }
        }
        return new Topology(triangles, classes, Arrays.copyOf(skin.uv(), 2 * all), rest, occlusion);
    }

    /** For each vertex the first one in its place: files split vertices where normals, textures or materials change. */
    private static int[] welded(double[] positions) {
        Map<List<Double>, Integer> first = new HashMap<>();
        int[] out = new int[positions.length / 3];
        for (int v = 0; v < out.length; v++) {
            // A hundredth of a millimetre is one place.
            List<Double> place = List.of(
                    StrictMath.rint(100 * positions[3 * v]),
                    StrictMath.rint(100 * positions[3 * v + 1]),
                    StrictMath.rint(100 * positions[3 * v + 2]));
            Integer there = first.putIfAbsent(place, v);
            out[v] = there == null ? v : there;
        }
        return out;
    }

    /** Smooth, area-weighted. */
    private float[] normals(double[] p) {
        double[] sums = new double[p.length];
        int[] triangles = skin.triangles();
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            double ux = p[b] - p[a];
            double uy = p[b + 1] - p[a + 1];
            double uz = p[b + 2] - p[a + 2];
            double vx = p[c] - p[a];
            double vy = p[c + 1] - p[a + 1];
            double vz = p[c + 2] - p[a + 2];
            for (int k = 0; k < 3; k++) {
                int at = 3 * welded[triangles[t + k]];
                sums[at] += uy * vz - uz * vy;
                sums[at + 1] += uz * vx - ux * vz;
                sums[at + 2] += ux * vy - uy * vx;
            }
        }
        float[] out = new float[p.length];
        for (int v = 0; v < welded.length; v++) {
            int at = 3 * welded[v];
            double length =
                    StrictMath.sqrt(sums[at] * sums[at] + sums[at + 1] * sums[at + 1] + sums[at + 2] * sums[at + 2]);
            for (int i = 0; i < 3; i++) {
                out[3 * v + i] = length > 0 ? (float) (sums[at + i] / length) : i == 2 ? 1 : 0;
            }
        }
        return out;
    }
}
