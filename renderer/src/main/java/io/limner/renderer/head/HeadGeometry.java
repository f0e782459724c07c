package io.limner.renderer.head;

import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Gaze;
import io.limner.schema.scene.Pose;
import io.limner.schema.scene.Subject;
import java.util.Map;

/**
 * From coarse positions to the assembled mesh: fits eyes and teeth, subdivides, keeps lids off the eyeballs, poses. Coarse positions
 * are mm with the origin midway between the eyeballs' centres. Immutable.
 */
final class HeadGeometry {
    /** Eyeballs are a little smaller than the eye helpers, so that lids have room. */
    private static final double EYE_SCALE = 0.985;

    private static final double LID_GAP = 0.3;
    private static final double LID_REACH = 1.5;

    private final PackData data;
    private final HeadAssembly assembly;
    private final LipSeal lips;
    private final LidClosure lids;
    private final Cranium cranium;
    private final double sculptedEyesToTeeth;
    private final double[] bend;
    private final double[] eyeDirections = EyePatch.directions();
    private final int[] leftLids;
    private final int[] rightLids;

    HeadGeometry(PackData data, HeadAssembly assembly) {
        this.data = data;
        this.assembly = assembly;
        this.lips = new LipSeal(data);
        this.lids = new LidClosure(data);
        double[] coarseBend = new double[data.surface().vertexCount()];
        for (int v = 0; v < coarseBend.length; v++) {
            coarseBend[v] = data.surface().bend()[v];
        }
        bend = new double[assembly.subdivision().fineCount()];
        assembly.subdivision().refine(coarseBend, 1, bend);
        double[] coarse = person(neutralCoarse()).coarse();
        sculptedEyesToTeeth = eyesToTeeth(coarse);
        cranium = new Cranium(coarse, data.surface().vertexCount());
        double[] fine = new double[3 * bend.length];
        assembly.subdivision().refine(coarse, 3, fine);
        leftLids = near(fine, eye(coarse, data.helpers().leftEye().ball()));
        rightLids = near(fine, eye(coarse, data.helpers().rightEye().ball()));
    }

    /** A person's upright neutral shape and its eyeballs. */
    record Person(double[] coarse, Sphere leftEye, Sphere rightEye) {}

    /** Shifts {@code coarse} so that its origin lies midway between the eyeballs' centres, and fits those. */
    Person person(double[] coarse) {
        Sphere left = eye(coarse, data.helpers().leftEye().ball());
        Sphere right = eye(coarse, data.helpers().rightEye().ball());
        double x = (left.x() + right.x()) / 2;
        double y = (left.y() + right.y()) / 2;
        double z = (left.z() + right.z()) / 2;
        for (int i = 0; i < coarse.length; i += 3) {
            coarse[i] -= x;
            coarse[i + 1] -= y;
            coarse[i + 2] -= z;
        }
        return new Person(coarse, shifted(left, x, y, z), shifted(right, x, y, z));
    }

    /** Rest positions: the neutral young adult between all archetypes, upright, and eye directions in the eyes' own frames. */
    double[] rest() {
        double[] positions = neutralWith(new Morphs(data.targets()));
        System.arraycopy(eyeDirections, 0, positions, 3 * assembly.leftEye(), eyeDirections.length);
        System.arraycopy(eyeDirections, 0, positions, 3 * assembly.rightEye(), eyeDirections.length);
        return positions;
    }

    /** Positions of the neutral young adult, eyes in place, doing what {@code morphs} say. */
    double[] neutralWith(Morphs morphs) {
        Person person = person(neutralCoarse());
        double[] moved = person.coarse().clone();
        morphs.apply(moved);
        return place(person, moved, new Pose(0, 0, 0), new Gaze(0, 0)).positions();
    }

    /**
     * A head in its place.
     *
     * @param positions of the assembled mesh
     * @param normals of the assembled mesh
     * @param headToWorld rotation, row-major, then the posed origin
     * @param gaze rotation of the eyeballs in the world, row-major
     */
    record Placed(double[] positions, float[] normals, double[] headToWorld, double[] gaze) {}

    /** Assembles and poses {@code coarse}, which is {@code person} with an expression. */
    Placed place(Person person, double[] coarse, Pose pose, Gaze gaze) {
        Subdivision subdivision = assembly.subdivision();
        double[] fine = new double[3 * subdivision.fineCount()];
        subdivision.refine(coarse, 3, fine);
        push(fine, leftLids, person.leftEye());
        push(fine, rightLids, person.rightEye());
        NeckBend neck = new NeckBend(
                center(person.coarse(), data.helpers().neck()),
                center(person.coarse(), data.helpers().skull()),
                pose);
        double[] positions = new double[3 * assembly.vertexCount()];
        new MouthFit(data.mouth())
                .place(
                        person.coarse(),
                        coarse,
                        size(person),
                        positions,
                        assembly.upperTeeth(),
                        assembly.lowerTeeth(),
                        assembly.tongue());
        for (int v = 0; v < bend.length; v++) {
            neck.apply(fine, 3 * v, bend[v]);
        }
        for (int v = assembly.upperTeeth(); v < assembly.leftEye(); v++) {
            neck.apply(positions, 3 * v, 1);
        }
        double[] head = java.util.Arrays.copyOf(neck.headRotation(), 12);
        neck.apply(head, 9, 1);
        double[] look = Rotation.product(neck.headRotation(), Rotation.of(gaze.yaw(), gaze.pitch(), 0));
        eyeball(person.leftEye(), neck, look, positions, assembly.leftEye());
        eyeball(person.rightEye(), neck, look, positions, assembly.rightEye());
        int[] source = assembly.fineOfVertex();
        for (int v = 0; v < source.length; v++) {
            int from = 3 * source[v];
            positions[3 * v] = fine[from];
            positions[3 * v + 1] = fine[from + 1];
            positions[3 * v + 2] = fine[from + 2];
        }
        float[] normals = new Normals(assembly, eyeDirections).of(fine, positions, look);
        return new Placed(positions, normals, head, look);
    }

    /** The shape of {@code person} while its face makes movements of the given strengths. */
    double[] moved(Person person, Map<Blendshape, Double> strengths) {
        double[] coarse = person.coarse().clone();
        Morphs morphs = new Morphs(data.targets());
        double size = size(person);
        strengths.forEach((movement, strength) -> {
            if (movement != Blendshape.EYE_BLINK_LEFT && movement != Blendshape.EYE_BLINK_RIGHT) {
                morphs.add(MorphTarget.of(movement), size * strength);
            }
        });
        morphs.apply(coarse);
        lids.close(
                coarse,
                strengths.getOrDefault(Blendshape.EYE_BLINK_LEFT, 0.0),
                strengths.getOrDefault(Blendshape.EYE_BLINK_RIGHT, 0.0));
        lips.part(person.coarse(), coarse);
        return coarse;
    }

    /** How large a face is: the neutral adult's is 1. Faces move as far as they are large. */
    private double size(Person person) {
        return eyesToTeeth(person.coarse()) / sculptedEyesToTeeth;
    }

    /** How long a face is whose origin lies between its eyes, mm. */
    private double eyesToTeeth(double[] coarse) {
        double[] teeth = center(coarse, data.mouth().lower().reference());
        return StrictMath.sqrt(teeth[0] * teeth[0] + teeth[1] * teeth[1] + teeth[2] * teeth[2]);
    }

    /** Keeps the skull of a person in proportion. */
    void boundCranium(Person person) {
        cranium.bound(person.coarse());
    }

    /** Shuts the mouth of a person whose face does nothing. */
    void shutLips(double[] coarse, Subject.Ancestry ancestry) {
        lips.shut(coarse, ancestry);
    }

    /** The coarse neutral young adult, mouth shut, in the head data's own frame. */
    double[] neutralCoarse() {
        double[] coarse = data.surface().positions().clone();
        Morphs morphs = new Morphs(data.targets());
        MacroShape.addNeutral(morphs);
        morphs.apply(coarse);
        lips.shut(coarse, MacroShape.EVEN);
        return coarse;
    }

    private Sphere eye(double[] coarse, int[] members) {
        Sphere fitted = Sphere.fit(coarse, members);
        return new Sphere(fitted.x(), fitted.y(), fitted.z(), fitted.radius() * EYE_SCALE);
    }

    private static Sphere shifted(Sphere s, double x, double y, double z) {
        return new Sphere(s.x() - x, s.y() - y, s.z() - z, s.radius());
    }

    private int[] near(double[] fine, Sphere eye) {
        return java.util.stream.IntStream.range(0, fine.length / 3)
                .filter(v -> distance(fine, v, eye) < LID_REACH * eye.radius())
                .toArray();
    }

    private static double distance(double[] fine, int v, Sphere eye) {
        double x = fine[3 * v] - eye.x();
        double y = fine[3 * v + 1] - eye.y();
        double z = fine[3 * v + 2] - eye.z();
        return StrictMath.sqrt(x * x + y * y + z * z);
    }

    /** Lid and socket vertices inside an eyeball are moved out of it. */
    private static void push(double[] fine, int[] lids, Sphere eye) {
        double limit = eye.radius() + LID_GAP;
        for (int v : lids) {
            double d = distance(fine, v, eye);
            if (d < limit && d > 0) {
                double scale = limit / d;
                fine[3 * v] = eye.x() + scale * (fine[3 * v] - eye.x());
                fine[3 * v + 1] = eye.y() + scale * (fine[3 * v + 1] - eye.y());
                fine[3 * v + 2] = eye.z() + scale * (fine[3 * v + 2] - eye.z());
            }
        }
    }

    private static double[] center(double[] coarse, int[] members) {
        double[] sum = new double[3];
        for (int v : members) {
            for (int i = 0; i < 3; i++) {
                sum[i] += coarse[3 * v + i] / members.length;
            }
        }
        return sum;
    }

    private void eyeball(Sphere eye, NeckBend neck, double[] look, double[] positions, int first) {
        double[] center = {eye.x(), eye.y(), eye.z()};
        neck.apply(center, 0, 1);
        for (int d = 0, at = 3 * first; d < eyeDirections.length; d += 3) {
            for (int i = 0; i < 3; i++) {
                positions[at++] = center[i]
                        + eye.radius()
                                * (look[3 * i] * eyeDirections[d]
                                        + look[3 * i + 1] * eyeDirections[d + 1]
                                        + look[3 * i + 2] * eyeDirections[d + 2]);
            }
        }
    }
}
