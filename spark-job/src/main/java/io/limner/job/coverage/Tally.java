package io.limner.job.coverage;

import io.limner.schema.spec.Value;
import java.io.Serializable;
import java.util.List;

/** Counts over some samples: strata, pairs of strata, moments. Two tallies of disjoint samples add up to that of both. */
final class Tally implements Serializable {
    private long samples;
    private final long[][] strata;
    private final long[][] curve;
    /** For attributes a > b, the first {@link Attributes#PAIRED}: counts of stratum of a times strata of b plus stratum of b. */
    private final long[][][] pairs;
    /** For the same and a = b: sum of the products of their distances from the middle. */
    private final double[][] products;

    private final double[] sums;
    private final transient double[] middle;
    private final transient int[] at;
    private final transient double[] number;

    Tally(List<Attribute> attributes) {
        int count = attributes.size();
        int paired = Math.min(count, Attributes.PAIRED);
        strata = new long[count][];
        curve = new long[count][];
        pairs = new long[paired][][];
        products = new double[paired][paired];
        sums = new double[paired];
        middle = new double[count];
        at = new int[count];
        number = new double[count];
        for (int a = 0; a < count; a++) {
            Attribute attribute = attributes.get(a);
            strata[a] = new long[attribute.strata()];
            curve[a] = new long[attribute.curve().isEmpty() ? 0 : Attribute.CURVE];
            if (a < paired) {
                pairs[a] = new long[a][];
                for (int b = 0; b < a; b++) {
                    pairs[a][b] =
                            new long[attribute.strata() * attributes.get(b).strata()];
                }
            }
            if (attribute.values().isEmpty()) {
                middle[a] = attribute.edges().get(attribute.strata() / 2);
            }
        }
    }

    /** Counts one sample, whose value of each attribute is given in their order. */
    void add(List<Attribute> attributes, Value[] values) {
        samples++;
        for (int a = 0; a < at.length; a++) {
            Attribute attribute = attributes.get(a);
            at[a] = attribute.stratum(values[a]);
            number[a] = attribute.numeric() ? values[a].number() - middle[a] : 0;
            if (at[a] >= 0) {
                strata[a][at[a]]++;
            }
            if (curve[a].length > 0) {
                curve[a][
                        (int) Math.min(Attribute.CURVE - 1.0, attribute.share(values[a].number()) * Attribute.CURVE)]++;
            }
        }
        for (int a = 0; a < pairs.length; a++) {
            sums[a] += number[a];
            products[a][a] += number[a] * number[a];
            for (int b = 0; b < a; b++) {
                products[a][b] += number[a] * number[b];
                if (at[a] >= 0 && at[b] >= 0) {
                    pairs[a][b][at[a] * strata[b].length + at[b]]++;
                }
            }
        }
    }

    /** Adds another tally's counts to these. */
    void add(Tally other) {
        samples += other.samples;
        for (int a = 0; a < strata.length; a++) {
            add(strata[a], other.strata[a]);
            add(curve[a], other.curve[a]);
        }
        for (int a = 0; a < pairs.length; a++) {
            sums[a] += other.sums[a];
            for (int b = 0; b <= a; b++) {
                products[a][b] += other.products[a][b];
                if (b < a) {
                    add(pairs[a][b], other.pairs[a][b]);
                }
            }
        }
    }

    private static void add(long[] counts, long[] more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
        }
    }

    long samples() {
        return samples;
    }

    /** How many attributes are counted in pairs, the first ones. */
    int paired() {
        return pairs.length;
    }

    /** How many samples are in each stratum of an attribute. */
    long[] strata(int attribute) {
        return strata[attribute].clone();
    }

    /** The largest distance between the share that is below a value and the share that should be; NaN where that is not known. */
    double discrepancy(int attribute) {
        long[] counts = curve[attribute];
        if (counts.length == 0) {
            return Double.NaN;
        }
        double worst = 0;
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            below += counts[i];
            worst = Math.max(worst, Math.abs((double) below / samples - (i + 1.0) / counts.length));
        }
        return worst;
    }

    /** Pearson's correlation; 0 where one of the two never changes. */
    double correlation(int a, int b) {
        double covariance = products[a][b] / samples - sums[a] / samples * (sums[b] / samples);
        double scale = Math.sqrt(variance(a) * variance(b));
        return scale > 0 ? covariance / scale : 0;
    }

    private double variance(int a) {
        double mean = sums[a] / samples;
        return Math.max(0, products[a][a] / samples - mean * mean);
    }

    /** Cramér's V of the strata of two attributes a > b, corrected for its bias (Bergsma, 2013), 0 to 1. */
    double cramersV(int a, int b) {
        long[] rows = strata[a];
        long[] columns = strata[b];
        double n = samples;
        double chi = 0;
        int filledRows = 0;
        int filledColumns = 0;
        for (long column : columns) {
            filledColumns += column > 0 ? 1 : 0;
        }
        for (int i = 0; i < rows.length; i++) {
            filledRows += rows[i] > 0 ? 1 : 0;
            for (int j = 0; j < columns.length; j++) {
                double expected = rows[i] / n * columns[j];
                if (expected > 0) {
                    double apart = pairs[a][b][i * columns.length + j] - expected;
                    chi += apart * apart / expected;
                }
            }
        }
        double phi = Math.max(0, chi / n - (filledRows - 1.0) * (filledColumns - 1.0) / (n - 1));
        double r = filledRows - (filledRows - 1.0) * (filledRows - 1.0) / (n - 1);
        double c = filledColumns - (filledColumns - 1.0) * (filledColumns - 1.0) / (n - 1);
        double least = Math.min(r, c) - 1;
        return n > 1 && least > 0 ? Math.min(1, Math.sqrt(phi / least)) : 0;
    }
}
