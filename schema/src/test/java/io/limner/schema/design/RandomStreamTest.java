package io.limner.schema.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomStreamTest {

    /** Fixed for ever: computed from FORMAT.md by another program. If this fails, every dataset in the world changes. */
    @ParameterizedTest
    @CsvSource({
        "7, head.yaw, 0, 186e9aef7c01b738, 0.09543770167147769",
        "7, head.yaw, 1, fc3c9e1f71e44694, 0.9852999521989584",
        "7, subject.age, 999999999, 1f7dc6c5fffeee3c, 0.12301294645294159",
        "7, subject.age, 1099511627776, d22a8379a9592b2c, 0.8209612056756198"
    })
    void theStreamNeverChanges(long seed, String name, long sampleId, String bits, double unit) {
        RandomStream stream = new RandomStream(seed, name);

        assertThat(Long.toHexString(stream.bits(sampleId))).isEqualTo(bits);
        assertThat(stream.unit(sampleId)).isEqualTo(unit);
    }

    @Test
    void theLargestSeedWorks() {
        assertThat(Long.toHexString(new RandomStream(Long.MAX_VALUE, "hair.seed").bits(0)))
                .isEqualTo("f5cd33ef6be124a1");
    }

    /** Kolmogorov-Smirnov: the largest distance to the uniform distribution; 1.95 / sqrt(n) is exceeded once in a thousand. */
    @Test
    void unitsAreUniform() {
        int count = 100_000;
        RandomStream stream = new RandomStream(1, "test");
        double[] units = new double[count];
        for (int i = 0; i < count; i++) {
            units[i] = stream.unit(i);
        }
        java.util.Arrays.sort(units);
        double distance = 0;
        for (int i = 0; i < count; i++) {
            distance = Math.max(distance, Math.max(units[i] - (double) i / count, (i + 1.0) / count - units[i]));
        }

        assertThat(distance).isLessThan(1.95 / Math.sqrt(count));
        assertThat(units[0]).isPositive();
        assertThat(units[count - 1]).isLessThan(1);
    }

    /** Pairs of neighbouring samples and pairs of parameters fill a 16 x 16 board evenly: chi-square of 255 degrees of freedom. */
    @Test
    void neighboursAndNamesAreIndependent() {
        RandomStream one = new RandomStream(1, "one");
        RandomStream two = new RandomStream(1, "two");
        int[] neighbours = new int[256];
        int[] names = new int[256];
        int count = 256 * 400;
        for (int i = 0; i < count; i++) {
            int mine = (int) (one.unit(i) * 16);
            neighbours[mine * 16 + (int) (one.unit(i + 1) * 16)]++;
            names[mine * 16 + (int) (two.unit(i) * 16)]++;
        }

        // 255 degrees of freedom: mean 255, standard deviation 22.6; five of these either way.
        assertThat(chiSquare(neighbours, count)).isBetween(142.0, 368.0);
        assertThat(chiSquare(names, count)).isBetween(142.0, 368.0);
    }

    private static double chiSquare(int[] counts, int total) {
        double expected = (double) total / counts.length;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
