package io.limner.job.coverage;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.Value;
import java.util.List;
import java.util.function.Function;

/** How evenly some samples, spread over all, fill the common space of several numbers. */
final class JointDiscrepancy {
    private static final int SAMPLES = 1024;

    private JointDiscrepancy() {}

    /**
     * The L2 star discrepancy by Warnock's formula, divided by the root of its expected square for independent uniform points,
     * (2^-d - 3^-d) / n. Below 1 is more even than chance. Numbers that an exclusion cuts are left out: they have no even share.
     */
    static double of(SceneDesign design, List<Attribute> attributes) {
        List<Attribute> smooth = attributes.stream()
                .limit(Attributes.PAIRED)
                .filter(attribute -> !attribute.curve().isEmpty())
                .filter(attribute -> design.sections().stream()
                        .allMatch(section -> section.recipe().exclusions().stream()
                                .noneMatch(exclusion -> section.recipe()
                                        .roots(exclusion.references())
                                        .contains(attribute.name()))))
                .toList();
        int n = (int) Math.min(SAMPLES, design.spec().samples());
        int d = smooth.size();
        if (d == 0 || n < 2) {
            return Double.NaN;
        }
        double[][] points = new double[n][d];
        for (int i = 0; i < n; i++) {
            Function<String, Value> sample =
                    design.sample(CoverageRun.chosen(i, design.spec().samples(), n));
            for (int k = 0; k < d; k++) {
                points[i][k] =
                        smooth.get(k).share(sample.apply(smooth.get(k).name()).number());
            }
        }
        double single = 0;
        double pairs = 0;
        for (double[] point : points) {
            double product = 1;
            for (double x : point) {
                product *= (1 - x * x) / 2;
            }
            single += product;
            for (double[] other : points) {
                product = 1;
                for (int k = 0; k < d; k++) {
                    product *= 1 - Math.max(point[k], other[k]);
                }
                pairs += product;
            }
        }
        double square = Math.pow(3, -d) - 2 * single / n + pairs / n / n;
        double chance = (Math.pow(2, -d) - Math.pow(3, -d)) / n;
        return Math.sqrt(Math.max(0, square) / chance);
    }
}
