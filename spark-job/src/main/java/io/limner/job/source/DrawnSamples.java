package io.limner.job.source;

import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** How many samples a query drew: Spark shows it with the scan, on the page of the query. */
public final class DrawnSamples extends CustomSumMetric {
    static final String NAME = "drawnSamples";

    /** Spark calls this. */
    public DrawnSamples() {}

    /** A task's share. */
    static CustomTaskMetric of(long samples) {
        return new CustomTaskMetric() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public long value() {
                return samples;
            }
        };
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "samples drawn";
    }
}
