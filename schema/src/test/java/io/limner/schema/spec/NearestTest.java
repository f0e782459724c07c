package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void countsInsertionsRemovalsReplacementsAndSwaps() {
        assertThat(Nearest.distance("age", "age")).isZero();
        assertThat(Nearest.distance("agee", "age")).isEqualTo(1);
        assertThat(Nearest.distance("ae", "age")).isEqualTo(1);
        assertThat(Nearest.distance("agd", "age")).isEqualTo(1);
        assertThat(Nearest.distance("aeg", "age")).isEqualTo(1);
        assertThat(Nearest.distance("", "age")).isEqualTo(3);
    }

    @Test
    void findsTheNearestButNothingFar() {
        assertThat(Nearest.to("head.jaw", List.of("head.yaw", "head.roll"))).contains("head.yaw");
        assertThat(Nearest.to("xyz", List.of("head.yaw", "head.roll"))).isEmpty();
    }
}
