package io.limner.schema.sample;

import java.util.function.Function;

/**
 * One column of a dataset.
 *
 * @param name snake_case
 * @param type what a value is, see {@link ColumnType}
 * @param origin what must be done to know a value
 * @param value the value in a row, of the Java type that {@link ColumnType} names, or null where the row has none
 * @param meaning one line: what it is, unit, frame
 */
public record Column(String name, ColumnType type, Origin origin, Function<FaceSample, Object> value, String meaning) {}
