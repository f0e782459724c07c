package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.SpecReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random people of all ages, faces at rest: nothing cuts through anything else, and heads are shaped like heads. */
class IdentitiesTest {
    private static final int PEOPLE = 2000;
    private static final SceneDesign DESIGN = new SceneDesign(SpecReader.parse("""
            limner: 1
            name: people
            seed: 21
            samples: %d
            parameters:
              subject.age: { uniform: [3, 90] }
              expression.preset: neutral
              head.yaw: 0
              head.pitch: 0
              head.roll: 0
            """.formatted(PEOPLE), "a test"));

    private final HeadModel model = new HeadModel(HeadPack.get());
    private final FaceChecks checks = new FaceChecks(model.topology());

    @Test
    void nothingCutsThroughAnythingElse() {
        assertThat(IntStream.range(0, PEOPLE).parallel().mapToObj(this::fault).filter(fault -> !fault.isEmpty()))
                .isEmpty();
    }

    private String fault(int i) {
        Scene scene = DESIGN.scene(i);
        Deformed head = model.deform(scene);
        double[] points = head.anchors().landmarks();
        SoftwareView eyes = FaceChecks.view(head, FaceChecks.EYES_SPAN, 0);
        SoftwareView mouth = FaceChecks.view(head, 130, points[3 * 62 + 1]);
        int seen = checks.pixels(eyes, SegmentationClass.EYE_WHITE);
        int beyond = checks.outside(eyes, points);
        int inside = checks.pixels(mouth, SegmentationClass.TEETH)
                + checks.pixels(mouth, SegmentationClass.TONGUE)
                + checks.pixels(mouth, SegmentationClass.MOUTH_INTERIOR);
        double cranium = cranium(head.head().positions());
        return seen >= 60 && beyond == 0 && inside <= 6 && cranium > 1.25 && cranium < 1.65
                ? ""
                : "person %d of %.0f years: %d pixels of eyeballs, %d beyond lids, %d of the mouth's inside, cranium %.2f"
                        .formatted(i, scene.subject().age(), seen, beyond, inside, cranium);
    }

    @Test
    void noSkinTurnsInsideOut() {
        Topology topology = model.topology();
        double[] rest = new double[topology.rest().length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = topology.rest()[i];
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i += 4) {
            double[] positions = model.deform(DESIGN.scene(i)).head().positions();
            int turned = 0;
            for (int t = 0; t < topology.triangleCount(); t++) {
                turned += openSkin(t, rest) && alignment(positions, rest, t) < -0.1 ? 1 : 0;
            }
            if (turned > 0) {
                faults.add("person " + i + ": " + turned + " triangles");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void peopleAreDistinct() {
        List<double[]> adults = new ArrayList<>();
        for (int i = 0; adults.size() < 150; i++) {
            Scene scene = DESIGN.scene(i);
            if (scene.subject().age() > 25 && scene.subject().age() < 60) {
                adults.add(model.deform(scene).anchors().landmarks());
            }
        }
        for (int i = 0; i < adults.size(); i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < adults.get(i).length; k++) {
                    double d = adults.get(i)[k] - adults.get(j)[k];
                    sum += d * d;
                }
                assertThat(Math.sqrt(3 * sum / adults.get(i).length))
                        .as("%d and %d, mm between their landmarks", i, j)
                        .isBetween(1.0, 25.0);
            }
        }
    }

    /** Skin of the face in front of the ears, without lids, lips and nostrils, which fold in many people. */
    private boolean openSkin(int t, double[] rest) {
        int v = 3 * model.topology().triangles()[3 * t];
        double x = Math.abs(rest[v]);
        double y = rest[v + 1];
        boolean skin = model.topology().classes()[t] == SegmentationClass.SKIN.code();
        boolean lids = Math.hypot(x - 30, y) < 20;
        boolean lips = x < 32 && y < -55 && y > -85;
        boolean nostrils = x < 16 && y < -30 && y > -52;
        return skin && rest[v + 2] > -40 && !lids && !lips && !nostrils;
    }

    /** Cosine of the angle between a triangle and what it is at rest. */
    private double alignment(double[] positions, double[] rest, int t) {
        double[] a = normal(positions, t);
        double[] b = normal(rest, t);
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return dot / Math.max(1e-12, Math.sqrt(lengthSquared(a) * lengthSquared(b)));
    }

    private static double lengthSquared(double[] v) {
        return v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
    }

    private double[] normal(double[] p, int t) {
        int[] triangles = model.topology().triangles();
        int a = 3 * triangles[3 * t];
        int b = 3 * triangles[3 * t + 1];
        int c = 3 * triangles[3 * t + 2];
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            out[i] = (p[b + j] - p[a + j]) * (p[c + k] - p[a + k]) - (p[b + k] - p[a + k]) * (p[c + j] - p[a + j]);
        }
        return out;
    }

    /** Height of the vault above the eyes over half its width above the ears. */
    private double cranium(double[] positions) {
        int skin = HeadPack.get().assembly().upperTeeth();
        double top = 0;
        double half = 0;
        for (int v = 0; v < skin; v++) {
            top = Math.max(top, positions[3 * v + 1]);
        }
        for (int v = 0; v < skin; v++) {
            double y = positions[3 * v + 1];
            half = y > 0.3 * top && y < 0.4 * top ? Math.max(half, Math.abs(positions[3 * v])) : half;
        }
        return top / half;
    }
}
