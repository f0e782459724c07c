package io.limner.renderer.head.wear;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.head.Deformed;
import io.limner.renderer.head.HeadModel;
import io.limner.renderer.head.HeadPack;
import io.limner.renderer.head.Lens;
import io.limner.renderer.head.Worn;
import io.limner.renderer.head.strand.HeadFrame;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is worn fits whoever wears it. */
class FitTest {
    private static final HeadModel HEADS = new HeadModel(HeadPack.get());
    private static final String BARE =
            "wear.headwear: { fixed: none }, wear.headphones: { fixed: none }, wear.scarf: { fixed: none }, ";
    private static final WearModel WEAR = new WearModel(HEADS.topology());

    @ParameterizedTest
    @ValueSource(strings = {"round", "rectangle", "aviator", "cat_eye", "rimless"})
    void noPartOfAFrameLiesUnderTheSkin(String form) {
        SceneDesign design = Designs.of("parameters: { wear.glasses: { fixed: " + form + " }, " + BARE
                + "wear.mask: { fixed: none }, wear.occluder: { fixed: none } }");
        for (int id = 0; id < 40; id++) {
            Scene scene = design.scene(200 + id);
            Deformed face = HEADS.deform(scene);
            HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
            SkinDepth front = new SkinDepth(face.head(), frame, 2);
            SkinDepth side = new SkinDepth(face.head(), frame, 0);
            double[] positions = WEAR.make(scene, face).mesh().positions();
            assertThat(positions).isNotEmpty();
            double[] p = new double[3];
            for (int v = 0; v < positions.length; v += 3) {
                frame.toHead(positions, v, p);
                double depth = p[2] > 8 ? front.of(p, 1) : side.of(p, p[0] > 0 ? 1 : -1);
                assertThat(depth)
                        .as("%s of sample %d at %.1f %.1f %.1f: mm under the skin", form, id, p[0], p[1], p[2])
                        .isZero();
            }
        }
    }

    /** Behind the ears temples lie on the head, on every kind of head. */
    @Test
    void theTipsOfTemplesDoNotStandOff() {
        SceneDesign design = Designs.of("parameters: { " + BARE + "wear.glasses: { choice: [round, rectangle] },"
                + " wear.mask: { fixed: none }, wear.occluder: { fixed: none } }");
        for (int id = 0; id < 60; id++) {
            Scene scene = design.scene(900 + id);
            Deformed face = HEADS.deform(scene);
            HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
            Fitting fitting = new Fitting(face, frame, Parts.of(HEADS.topology()));
            double[] positions = WEAR.make(scene, face).mesh().positions();
            double[] p = new double[3];
            for (int v = 0; v < positions.length; v += 3) {
                frame.toHead(positions, v, p);
                int side = p[0] > 0 ? 1 : -1;
                // There is no skin but the ear's own where it leaves the head.
                double skin = fitting.side(side).at(p[2], p[1], 3);
                if (p[2] < fitting.earRoot(side)[2] - 6 && skin > 0) {
                    assertThat(side * p[0] - skin)
                            .as("sample %d, mm off the head behind the ear at %.0f %.0f", 900 + id, p[1], p[2])
                            .isLessThan(6.5);
                }
            }
        }
    }

    @Test
    void noMaskLiesUnderTheSkinWhateverTheFaceDoes() {
        SceneDesign design =
                Designs.of("parameters: { " + BARE + "wear.mask: { fixed: surgical }, wear.glasses: { fixed: none },"
                        + " wear.occluder: { fixed: none } }");
        int under = 0;
        int all = 0;
        for (int id = 0; id < 200; id++) {
            Scene scene = design.scene(500 + id);
            Deformed face = HEADS.deform(scene);
            HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
            SkinDepth front = new SkinDepth(face.head(), frame, 2);
            double[] positions = WEAR.make(scene, face).mesh().positions();
            double[] p = new double[3];
            // The sheet's vertices come first, the loops' after them.
            for (int v = 0; v < 3 * 2 * 29 * 33; v += 3) {
                frame.toHead(positions, v, p);
                under += front.of(p, 1) > 0 ? 1 : 0;
                all++;
            }
        }
        assertThat(under).as("of %d vertices", all).isZero();
    }

    @Test
    void lensesStandBeforeTheEyesAndTemplesReachTheEars() {
        SceneDesign design = Designs.of("parameters: { " + BARE
                + "wear.glasses: { choice: [round, rectangle, aviator, cat_eye] }, wear.mask: { fixed: none },"
                + " wear.occluder: { fixed: none } }");
        for (int id = 0; id < 100; id++) {
            Scene scene = design.scene(id);
            Deformed face = HEADS.deform(scene);
            HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
            Fitting fitting = new Fitting(face, frame, Parts.of(HEADS.topology()));
            Worn worn = WEAR.make(scene, face);
            assertThat(worn.lenses()).hasSize(2);
            double[] back = {1e9, 1e9};
            double[] p = new double[3];
            for (int v = 0; v < worn.mesh().positions().length; v += 3) {
                frame.toHead(worn.mesh().positions(), v, p);
                back[p[0] > 0 ? 0 : 1] = Math.min(back[p[0] > 0 ? 0 : 1], p[2]);
            }
            for (int i = 0; i < 2; i++) {
                int side = i == 0 ? 1 : -1;
                Lens lens = worn.lenses().get(i);
                double[] center = new double[3];
                frame.toHead(lens.center(), 0, center);
                double[] eye = fitting.eye(side);
                assertThat(Math.abs(center[0] - eye[0]))
                        .as("sideways, sample %d", id)
                        .isLessThan(lens.outline().width() / 2);
                assertThat(Math.abs(center[1] - eye[1]))
                        .as("up, sample %d", id)
                        .isLessThan(lens.outline().height() / 2);
                assertThat(center[2] - eye[2])
                        .as("before the eye, sample %d", id)
                        .isBetween(20.0, 38.0);
                assertThat(back[i]).as("temple over the ear, sample %d", id).isLessThan(fitting.earRoot(side)[2]);
            }
        }
    }
}
