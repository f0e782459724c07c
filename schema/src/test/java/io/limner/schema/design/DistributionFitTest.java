package io.limner.schema.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn follows the distribution that was asked for: Kolmogorov-Smirnov and chi-square tests at 0.1%, with a fixed seed. */
class DistributionFitTest {
    private static final int SAMPLES = 20_000;
    /** Critical value of Kolmogorov's statistic at 0.1%. */
    private static final double KOLMOGOROV = 1.95 / Math.sqrt(SAMPLES);

    private static double[] values(String parameter, String way, int samples) {
        DatasetSpec spec = SpecReader.parse(
                "limner: 1\nname: a\nseed: 3\nsamples: " + samples + "\nparameters:\n  " + parameter + ": " + way,
                "a test");
        SceneDesign design = new SceneDesign(spec);
        double[] values = new double[samples];
        for (int id = 0; id < samples; id++) {
            values[id] = design.value(id, parameter).number();
        }
        return values;
    }

    private static double distance(double[] values, DoubleUnaryOperator below) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double worst = 0;
        for (int i = 0; i < sorted.length; i++) {
            double share = below.applyAsDouble(sorted[i]);
            worst = Math.max(
                    worst,
                    Math.max(
                            Math.abs(share - i / (double) sorted.length), Math.abs(share - (i + 1.0) / sorted.length)));
        }
        return worst;
    }

    @Test
    void uniform() {
        assertThat(distance(values("head.yaw", "{ uniform: [-60, 20] }", SAMPLES), x -> (x + 60) / 80))
                .isLessThan(KOLMOGOROV);
    }

    @Test
    void logUniform() {
        assertThat(distance(
                        values("camera.distance", "{ log_uniform: [300, 3000] }", SAMPLES), x -> Math.log10(x / 300)))
                .isLessThan(KOLMOGOROV);
    }

    /** The distribution function of Beta(2, 3) is 6x^2 - 8x^3 + 3x^4. */
    @Test
    void beta() {
        assertThat(distance(values("head.yaw", "{ beta: { alpha: 2, beta: 3, min: -50, max: 50 } }", SAMPLES), y -> {
                    double x = (y + 50) / 100;
                    return x * x * (6 - 8 * x + 3 * x * x);
                }))
                .isLessThan(KOLMOGOROV);
    }

    /** A logistic approximation of the normal curve would fail here; erf by its Taylor series does not. */
    @Test
    void truncatedNormal() {
        double low = normal(-1);
        double high = normal(2);
        assertThat(distance(
                        values("head.yaw", "{ normal: { mean: 10, sd: 10, min: 0, max: 30 } }", SAMPLES),
                        x -> (normal((x - 10) / 10) - low) / (high - low)))
                .isLessThan(KOLMOGOROV);
    }

    private static double normal(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 60; n++) {
            term *= -x * x / (2 * n);
            sum += term / (2 * n + 1);
        }
        return 0.5 + sum / Math.sqrt(2 * Math.PI);
    }

    /** Spread samples fit far better than chance. */
    @ParameterizedTest
    @CsvSource({"'{ lhs: [-60, 60] }'", "'{ sobol: [-60, 60] }'"})
    void spreadSamplesFitBetter(String way) {
        assertThat(distance(values("head.yaw", way, 4096), x -> (x + 60) / 120)).isLessThan(1.01 / 4096);
    }

    /** 99.9% points of chi-square with 9 and 2 degrees of freedom: 27.88, 13.82. */
    @Test
    void wholeNumbersAndChoices() {
        double chi = 0;
        int[] tones = new int[11];
        for (double tone : values("subject.skin_tone", "{ uniform: [1, 10] }", SAMPLES)) {
            tones[(int) tone]++;
        }
        for (int tone = 1; tone <= 10; tone++) {
            chi += Math.pow(tones[tone] - SAMPLES / 10.0, 2) / (SAMPLES / 10.0);
        }
        assertThat(chi).isLessThan(27.88);

        int[] counts = new int[3];
        for (double value : values("hair.stubble", "{ choice: { 0: 6, 0.5: 3, 1: 1 } }", SAMPLES)) {
            counts[(int) (value * 2)]++;
        }
        double[] shares = {0.6, 0.3, 0.1};
        chi = 0;
        for (int i = 0; i < 3; i++) {
            chi += Math.pow(counts[i] - SAMPLES * shares[i], 2) / (SAMPLES * shares[i]);
        }
        assertThat(chi).isLessThan(13.82);
    }

    /** Warnock's formula for the L2 star discrepancy, over pairs of parameters. */
    @ParameterizedTest
    @CsvSource({
        "head.yaw, head.pitch, -60 60 -20 20",
        "head.roll, light.key_azimuth, -20 20 -90 90",
        "camera.focal_length, camera.distance, 30 90 400 900",
        "gaze.yaw, subject.age, -20 20 18 80"
    })
    void sobolCoversAPlaneBetterThanChance(String one, String other, String ranges) {
        String[] ends = ranges.split(" ");
        double[] sobol = new double[4];
        double[] chance = new double[4];
        int at = 0;
        for (int samples : new int[] {256, 300, 1024, 2000}) {
            sobol[at] = plane(one, other, ends, samples, "{ sobol: { uniform: [%s, %s], group: g } }");
            chance[at] = plane(one, other, ends, samples, "{ uniform: [%s, %s] }");
            at++;
        }
        for (int i = 0; i < sobol.length; i++) {
            assertThat(sobol[i])
                    .as("%s of %s", Arrays.toString(sobol), Arrays.toString(chance))
                    .isLessThan(chance[i] / 1.5);
        }
        assertThat(sobol[3]).isLessThan(chance[3] / 3);
    }

    private static double plane(String one, String other, String[] ends, int samples, String way) {
        DatasetSpec spec = SpecReader.parse(
                "limner: 1\nname: a\nseed: 3\nsamples: " + samples + "\nparameters:\n  " + one + ": "
                        + way.formatted(ends[0], ends[1]) + "\n  " + other + ": " + way.formatted(ends[2], ends[3]),
                "a test");
        SceneDesign design = new SceneDesign(spec);
        double[][] points = new double[samples][];
        for (int id = 0; id < samples; id++) {
            points[id] = new double[] {
                share(design.value(id, one).number(), ends[0], ends[1]),
                share(design.value(id, other).number(), ends[2], ends[3])
            };
        }
        double sum = 1 / 9.0;
        for (double[] p : points) {
            sum -= (1 - p[0] * p[0]) * (1 - p[1] * p[1]) / 2 / samples;
        }
        for (double[] p : points) {
            for (double[] q : points) {
                sum += (1 - Math.max(p[0], q[0])) * (1 - Math.max(p[1], q[1])) / samples / samples;
            }
        }
        return Math.sqrt(sum);
    }

    private static double share(double value, String low, String high) {
        return (value - Double.parseDouble(low)) / (Double.parseDouble(high) - Double.parseDouble(low));
    }

    @Test
    void everyParameterHasADimensionOfItsOwn() {
        assertThat(SobolNumbers.names())
                .as("sobol.txt: a new parameter takes the first line that has none")
                .containsAll(io.limner.schema.spec.Parameters.names());
    }
}
