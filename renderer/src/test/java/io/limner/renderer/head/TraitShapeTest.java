package io.limner.renderer.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.SpecReader;
import org.junit.jupiter.api.Test;

/** Women, men, children and the old have the faces that tell them apart. */
class TraitShapeTest {
    private static final HeadModel MODEL = new HeadModel(HeadPack.get());

    /** Landmarks of the archetype of a sex and age. */
    private static double[] face(String sex, int age) {
        return MODEL.deform(new SceneDesign(SpecReader.parse("""
                        limner: 1
                        name: person
                        seed: 1
                        samples: 1
                        defaults: neutral
                        parameters: { subject.sex: %s, subject.age: %d }
                        """.formatted(sex, age), "a test")).scene(0))
                .anchors()
                .landmarks();
    }

    private static double width(double[] face, int right, int left) {
        return face[3 * left] - face[3 * right];
    }

    private static double height(double[] face, int above, int below) {
        return face[3 * above + 1] - face[3 * below + 1];
    }

    @Test
    void menHaveWiderJawsAndNosesLowerBrowsAndThinnerLipsThanWomen() {
        double[] woman = face("female", 30);
        double[] man = face("male", 30);
        assertThat(width(man, 5, 11)).as("jaw").isGreaterThan(width(woman, 5, 11) + 4);
        assertThat(width(man, 7, 9)).as("chin").isGreaterThan(width(woman, 7, 9) + 2);
        assertThat(width(man, 31, 35)).as("nose").isGreaterThan(width(woman, 31, 35) + 1);
        assertThat(height(man, 19, 37)).as("brow over eye").isLessThan(height(woman, 19, 37) - 1);
        assertThat(height(man, 51, 62)).as("upper lip").isLessThan(height(woman, 51, 62) - 0.5);
    }

    @Test
    void childrenHaveShortFacesWithLargeEyesAndBarelyASex() {
        double[] child = face("female", 6);
        double[] adult = face("female", 30);
        assertThat(width(child, 36, 39) / height(child, 27, 8))
                .as("eyes in the face")
                .isGreaterThan(1.1 * width(adult, 36, 39) / height(adult, 27, 8));
        assertThat(height(child, 27, 8)).as("face, mm").isLessThan(0.85 * height(adult, 27, 8));
        double[] boy = face("male", 6);
        assertThat(Math.abs(width(boy, 5, 11) - width(child, 5, 11))).isLessThan(5);
    }

    @Test
    void theOldHaveLongerNosesAndThinnerLips() {
        double[] young = face("male", 30);
        double[] old = face("male", 85);
        assertThat(height(old, 27, 33)).as("nose").isGreaterThan(height(young, 27, 33) + 1);
        assertThat(height(old, 51, 62)).as("upper lip").isLessThan(height(young, 51, 62) - 0.5);
    }
}
