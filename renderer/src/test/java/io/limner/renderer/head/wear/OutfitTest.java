package io.limner.renderer.head.wear;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.head.Deformed;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.HeadModel;
import io.limner.renderer.head.HeadPack;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.strand.HeadFrame;
import io.limner.renderer.label.CameraModels;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.SegmentationClass;
import io.limner.schema.scene.Accessories;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hats, headphones and scarves fit whoever wears them, and hair lies under them. */
class OutfitTest {
    private static final HeadModel HEADS = new HeadModel(HeadPack.get());
    private static final WearModel WEAR = new WearModel(HEADS.topology());
    private static final ImageSettings IMAGE = new ImageSettings(64, 64, ImageFormat.PNG, 100);

    /** A design in which nothing is worn but what {@code parameters} say. */
    private static SceneDesign design(String parameters) {
        StringBuilder text = new StringBuilder("parameters: { ");
        for (String name : List.of("glasses", "mask", "occluder", "headwear", "headphones", "scarf")) {
            if (!parameters.contains("wear." + name + ":")) {
                text.append("wear." + name + ": { fixed: none }, ");
            }
        }
        return Designs.of(text + parameters + " }");
    }

    /** Under the skin whichever way one leaves it, mm; 0 outside. */
    private static final class Depth {
        private final SkinDepth[] axes = new SkinDepth[3];

        Depth(Mesh head, HeadFrame frame, Set<SegmentationClass> skin) {
            for (int axis = 0; axis < 3; axis++) {
                axes[axis] = new SkinDepth(head, frame, axis, skin);
            }
        }

        double of(double[] p) {
            double least = Double.POSITIVE_INFINITY;
            for (int way = 0; way < 6 && least > 0; way++) {
                least = Math.min(least, axes[way / 2].of(p, 2 * (way % 2) - 1));
            }
            return least;
        }
    }

    /**
     * What is on the head lies on the skin, and nowhere under it.
     *
     * @param farthest any of its points from the skull, mm
     */
    @ParameterizedTest
    @CsvSource({
        "wear.headwear, beanie, HEADWEAR, 40",
        "wear.headwear, cap, HEADWEAR, 95",
        "wear.headwear, brimmed_hat, HEADWEAR, 80",
        "wear.headwear, headband, HEADWEAR, 14",
        "wear.headphones, over_ear, HEADPHONES, 60"
    })
    void itLiesOnTheHead(String parameter, String value, SegmentationClass shownAs, double farthest) {
        SceneDesign design = design(parameter + ": { fixed: " + value + " }");
        for (int id = 0; id < 8; id++) {
            Scene scene = design.scene(300 + id);
            Deformed face = HEADS.deform(scene);
            HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
            Skull skull = new Skull(face.head(), frame);
            Depth depth = new Depth(face.head(), frame, EnumSet.of(SegmentationClass.SKIN, SegmentationClass.NOSE));
            Mesh worn = WEAR.make(scene, face).mesh();
            assertThat(worn.topology().classes()).containsOnly((byte) shownAs.code());
            double nearest = 1e9;
            double[] p = new double[3];
            for (int v = 0; v < worn.positions().length; v += 3) {
                frame.toHead(worn.positions(), v, p);
                assertThat(depth.of(p))
                        .as("%s of sample %d at %.1f %.1f %.1f: mm under the skin", value, 300 + id, p[0], p[1], p[2])
                        .isLessThan(0.8);
                double off = Math.sqrt(Space.dot(Space.minus(p, Skull.CENTER), Space.minus(p, Skull.CENTER)))
                        - skull.reach(p[0] - Skull.CENTER[0], p[1] - Skull.CENTER[1], p[2] - Skull.CENTER[2]);
                assertThat(off)
                        .as("%s of sample %d at %.1f %.1f %.1f: mm off the skull", value, 300 + id, p[0], p[1], p[2])
                        .isLessThan(farthest);
                nearest = Math.min(nearest, off);
            }
            assertThat(nearest).as("least distance from the skull").isLessThan(3);
        }
    }

    /** Brows and ears stay free. */
    @ParameterizedTest
    @EnumSource(value = Accessories.Hat.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void hatsBeginAboveBrowsAndEars(Accessories.Hat hat) {
        SceneDesign design = design("wear.headwear: { fixed: " + Value.of(hat) + " }");
        for (int id = 0; id < 40; id++) {
            Deformed face = HEADS.deform(design.scene(id));
            Fitting fitting =
                    new Fitting(face, new HeadFrame(face.anchors().headToWorld()), Parts.of(HEADS.topology()));
            Rim rim = Rim.of(fitting);
            for (int i = 17; i < 27; i++) {
                assertThat(rim.above(fitting.landmark(i), 0)).as("brow").isLessThan(-6);
            }
            for (int side = -1; side <= 1; side += 2) {
                Fitting.Ear ear = fitting.ear(side);
                assertThat(rim.height(ear.middle())).as("ear").isGreaterThan(ear.top() + 2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Hair.Style.class, mode = EnumSource.Mode.EXCLUDE, names = "BALD")
    void noHairComesThroughAHatAndSomeShowsBelow(Hair.Style style) {
        for (String hat : List.of("beanie", "cap", "brimmed_hat")) {
            Strands strands = new Strands(style, "wear.headwear: { fixed: " + hat + " }");
            Rim rim = Rim.of(strands.fitting);
            int below = 0;
            for (double[] p : strands.points) {
                if (rim.above(p, 0) > 5) {
                    assertThat(strands.off(p))
                            .as("%s above the rim of a %s", style, hat)
                            .isLessThan(Pressing.thickness(style) + 3);
                } else if (rim.above(p, 0) < 0) {
                    below++;
                }
            }
            assertThat(below).as("%s under a %s", style, hat).isGreaterThan(50);
        }
    }

    @Test
    void hairShowsOnBothSidesOfABandAndNotBeforeIt() {
        Strands strands = new Strands(Hair.Style.AFRO, "wear.headwear: { fixed: headband }");
        Rim rim = Rim.of(strands.fitting);
        int[] beside = new int[2];
        for (double[] p : strands.points) {
            double above = rim.above(p, 0);
            if (above > 4 && above < Headband.HEIGHT - 4) {
                assertThat(strands.off(p)).isLessThan(Pressing.thickness(Hair.Style.AFRO) + 3);
            }
            beside[0] += above < 0 ? 1 : 0;
            beside[1] += above > Headband.HEIGHT + 8 && strands.off(p) > 15 ? 1 : 0;
        }
        assertThat(beside[0]).isGreaterThan(200);
        assertThat(beside[1]).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource(
            value = Hair.Style.class,
            names = {"AFRO", "LONG", "CURLY"})
    void noHairComesThroughTheCupsOfHeadphones(Hair.Style style) {
        Strands strands = new Strands(style, "wear.headphones: { fixed: over_ear }");
        for (double[] p : strands.points) {
            Fitting.Ear ear = strands.fitting.ear(p[0] > 0 ? 1 : -1);
            double y = p[1] - 0.5 * (ear.top() + ear.low());
            double z = p[2] - ear.middle();
            if (y * y + z * z < 22 * 22) {
                assertThat(Math.abs(p[0])).as("%s at the cup", style).isLessThan(ear.out() + 6);
            }
        }
    }

    /** A scarf stays out of the neck and the chin, however the head is held. */
    @Test
    void aScarfLiesAboutTheNeck() {
        SceneDesign design = design("wear.scarf: { fixed: wrapped }");
        int under = 0;
        int all = 0;
        for (int id = 0; id < 8; id++) {
            Scene scene = design.scene(700 + id);
            Deformed face = HEADS.deform(scene);
            HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
            Depth depth = new Depth(
                    face.head(),
                    frame,
                    EnumSet.of(
                            SegmentationClass.SKIN,
                            SegmentationClass.NOSE,
                            SegmentationClass.UPPER_LIP,
                            SegmentationClass.LOWER_LIP,
                            SegmentationClass.NECK));
            Mesh worn = WEAR.make(scene, face).mesh();
            assertThat(worn.topology().classes()).containsOnly((byte) SegmentationClass.SCARF.code());
            double[] p = new double[3];
            for (int v = 0; v < worn.positions().length; v += 3) {
                frame.toHead(worn.positions(), v, p);
                under += depth.of(p) > 1.5 ? 1 : 0;
                all++;
            }
        }
        assertThat((double) under / all)
                .as("share of %d points under the skin", all)
                .isLessThan(0.002);
    }

    /** The hair of the scalp of a head that wears something. */
    private static final class Strands {
        private final Fitting fitting;
        private final List<double[]> points = new ArrayList<>();

        Strands(Hair.Style style, String worn) {
            Scene scene = design("hair.style: { fixed: " + Value.of(style) + " }, " + worn)
                    .scene(4);
            Face face = FaceModel.shared().face(scene, CameraModels.of(scene.camera(), IMAGE));
            HeadFrame frame = new HeadFrame(face.anchors().headToWorld());
            fitting = new Fitting(face.body(), frame, Parts.of(HEADS.topology()));
            int[] t = face.strands().mesh().topology().triangles();
            for (int i = 0; i < 3 * face.strands().shown(); i++) {
                if (face.strands().mesh().topology().classes()[i / 3] == SegmentationClass.HAIR.code()) {
                    double[] p = new double[3];
                    frame.toHead(face.strands().mesh().positions(), 3 * t[i], p);
                    points.add(p);
                }
            }
        }

        /** How far a point is off the skull, mm. */
        double off(double[] p) {
            double[] d = Space.minus(p, Skull.CENTER);
            return Math.sqrt(Space.dot(d, d)) - fitting.skull().reach(d[0], d[1], d[2]);
        }
    }
}
