package io.limner.job.source;

import io.limner.job.execute.SamplerFactory;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.sources.Filter;

/**
 * What executors must know about a scan.
 *
 * @param spec the canonical spec
 * @param columns names of the wanted columns, in order
 * @param filters on what follows from the spec, all of which must hold
 * @param drawing how to draw
 */
record ScanOrder(String spec, List<String> columns, List<Filter> filters, Drawing drawing) implements Serializable {

    /** Device, as {@code --device}, and who draws. */
    record Drawing(String device, SamplerFactory factory) implements Serializable {}
}
