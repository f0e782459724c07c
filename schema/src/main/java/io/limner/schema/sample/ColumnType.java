package io.limner.schema.sample;

import java.util.List;
import java.util.Locale;

/**
 * Type of a column, in terms that Parquet, Arrow and Spark share. Everything is optional, down to the fields of a struct
 * and the elements of a list, as readers expect.
 */
public sealed interface ColumnType {

    /**
     * Single values. A value is a {@link Integer}, {@link Long}, {@link Float}, {@link Double}, {@link String} or
     * {@code byte[]}.
     */
    enum Primitive implements ColumnType {
        INT32,
        INT64,
        FLOAT,
        DOUBLE,
        STRING,
        BINARY;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A list of always the same length. A value is an {@code int[]}, {@code float[]} or {@code double[]}.
     *
     * @param element {@link Primitive#INT32}, {@link Primitive#FLOAT} or {@link Primitive#DOUBLE}
     * @param length how many elements
     */
    record Numbers(Primitive element, int length) implements ColumnType {
        @Override
        public String text() {
            return "list of " + length + " " + element.text();
        }
    }

    /** Named fields. A value is a {@link List} with one value for each field, in order, null where there is none. */
    record Struct(List<Field> fields) implements ColumnType {
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public String text() {
            return "struct of "
                    + String.join(", ", fields.stream().map(Field::text).toList());
        }
    }

    /** A field of a struct. */
    record Field(String name, Primitive type) {
        private String text() {
            return name + " " + type.text();
        }
    }

    /** An image file, as Hugging Face {@code datasets} decodes it: {@code bytes} first, then {@code path}. */
    Struct IMAGE = new Struct(List.of(new Field("bytes", Primitive.BINARY), new Field("path", Primitive.STRING)));

    /** A bounding box in pixels. */
    Struct BOX = new Struct(List.of(
            new Field("x", Primitive.FLOAT),
            new Field("y", Primitive.FLOAT),
            new Field("width", Primitive.FLOAT),
            new Field("height", Primitive.FLOAT)));

    /** The type in words, as FORMAT.md writes it: {@code list of 136 float}. */
    String text();
}
