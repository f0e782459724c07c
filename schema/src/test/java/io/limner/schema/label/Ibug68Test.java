package io.limner.schema.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limner.schema.label.Ibug68.Group;
import org.junit.jupiter.api.Test;

class Ibug68Test {

    @Test
    void groupsCoverAllLandmarksInOrder() {
        int next = 0;
        for (Group group : Group.values()) {
            assertThat(group.first()).isEqualTo(next);
            next = group.last() + 1;
        }
        assertThat(next).isEqualTo(Ibug68.COUNT);
        assertThat(Ibug68.group(0)).isEqualTo(Group.JAW);
        assertThat(Ibug68.group(35)).isEqualTo(Group.NOSE_BASE);
        assertThat(Ibug68.group(67)).isEqualTo(Group.INNER_LIPS);
        assertThatIllegalArgumentException().isThrownBy(() -> Ibug68.group(68)).withMessageContaining("68");
    }

    @Test
    void mirroringTwiceChangesNothingAndSwapsLeftAndRight() {
        for (int i = 0; i < Ibug68.COUNT; i++) {
            assertThat(Ibug68.mirrored(Ibug68.mirrored(i))).isEqualTo(i);
            Group group = Ibug68.group(i);
            Group expected =
                    switch (group) {
                        case RIGHT_BROW -> Group.LEFT_BROW;
                        case LEFT_BROW -> Group.RIGHT_BROW;
                        case RIGHT_EYE -> Group.LEFT_EYE;
                        case LEFT_EYE -> Group.RIGHT_EYE;
                        default -> group;
                    };
            assertThat(Ibug68.group(Ibug68.mirrored(i))).isEqualTo(expected);
        }
    }

    /** Pairs that a swapped direction would break, and the points on the middle line. */
    @Test
    void knownPairs() {
        int[][] pairs = {
            {0, 16}, {7, 9}, {17, 26}, {21, 22}, {31, 35}, {36, 45}, {37, 44}, {39, 42}, {40, 47}, {41, 46}, {48, 54},
            {50, 52}, {55, 59}, {56, 58}, {60, 64}, {61, 63}, {65, 67}
        };
        for (int[] pair : pairs) {
            assertThat(Ibug68.mirrored(pair[0])).isEqualTo(pair[1]);
        }
        for (int middle : new int[] {8, 27, 28, 29, 30, 33, 51, 57, 62, 66}) {
            assertThat(Ibug68.mirrored(middle)).isEqualTo(middle);
        }
    }

    @Test
    void onlyEyesAndLipsAreRings() {
        assertThat(Group.values())
                .filteredOn(Group::closed)
                .extracting(Group::wireName)
                .containsExactly("right_eye", "left_eye", "outer_lips", "inner_lips");
    }
}
