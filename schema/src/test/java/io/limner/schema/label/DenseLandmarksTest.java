package io.limner.schema.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limner.schema.canonical.Sha256;
import io.limner.schema.label.DenseLandmarks.Point;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DenseLandmarksTest {

    /** Numbers and meanings are for ever: whoever trained on point 305 finds it in every later version. */
    @Test
    void numbersNeverChange() {
        assertThat(DenseLandmarks.COUNT).isEqualTo(520).isGreaterThanOrEqualTo(468);
        String numbered = DenseLandmarks.skin().stream()
                .map(point -> point.region() + " " + point.mirrored() + " " + point.u() + " " + point.v())
                .collect(Collectors.joining("\n"));
        assertThat(Sha256.hex(numbered)).isEqualTo("b51d3749bb2158b572a8c43afa1965d7a05ac5a7701227d6b048a61464edf6cf");
    }

    @Test
    void aMirrorImageHasItsOwnForMirrorImage() {
        for (int i = 0; i < DenseLandmarks.COUNT; i++) {
            assertThat(DenseLandmarks.mirrored(DenseLandmarks.mirrored(i))).isEqualTo(i);
        }
        assertThat(DenseLandmarks.mirrored(502)).as("right pupil").isEqualTo(511);
        assertThat(DenseLandmarks.mirrored(503))
                .as("the subject's left of the right iris")
                .isEqualTo(516);
        assertThat(DenseLandmarks.mirrored(505)).as("its top").isEqualTo(514);
    }

    @Test
    void pointsOfTheSkinMirrorEachOther() {
        List<Point> skin = DenseLandmarks.skin();
        for (int i = 0; i < skin.size(); i++) {
            Point point = skin.get(i);
            Point other = skin.get(point.mirrored());
            assertThat(other.x()).as("x of %d", i).isCloseTo(-point.x(), within(0.25));
            assertThat(other.y()).isCloseTo(point.y(), within(0.25));
            assertThat(other.z()).isCloseTo(point.z(), within(0.25));
            String side = point.region().replace("left_", "side_").replace("right_", "side_");
            assertThat(other.region().replace("left_", "side_").replace("right_", "side_"))
                    .isEqualTo(side);
            if (point.region().startsWith("left_")) {
                assertThat(point.x()).as("x of %d", i).isPositive();
            }
        }
    }

    /** No two points are the same, and no part of the face is without any. */
    @Test
    void pointsAreSpread() {
        List<Point> skin = DenseLandmarks.skin();
        for (int i = 0; i < skin.size(); i++) {
            double nearest = Double.MAX_VALUE;
            for (int j = 0; j < skin.size(); j++) {
                if (i != j) {
                    nearest = Math.min(nearest, distance(skin.get(i), skin.get(j)));
                }
            }
            assertThat(nearest).as("from %d to the next", i).isBetween(0.3, 16.0);
        }
    }

    private static double distance(Point a, Point b) {
        return Math.sqrt(Math.pow(a.x() - b.x(), 2) + Math.pow(a.y() - b.y(), 2) + Math.pow(a.z() - b.z(), 2));
    }
}
