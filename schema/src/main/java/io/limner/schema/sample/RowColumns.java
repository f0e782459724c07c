package io.limner.schema.sample;

import io.limner.schema.sample.ColumnType.Primitive;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Columns of what a row is, its picture and where it comes from. */
final class RowColumns {
    private RowColumns() {}

    static List<Column> identity() {
        return List.of(
                design("sample_id", Primitive.INT64, FaceSample::sampleId, "which sample of the spec, from 0"),
                design(
                        "subject_id",
                        Primitive.INT64,
                        row -> row.place().subjectId(),
                        "which subject of the spec, from 0; its samples follow each other"),
                design(
                        "variant",
                        Primitive.STRING,
                        row -> row.place().variant(),
                        "the variant of the spec that the sample belongs to; null if it has none"),
                design(
                        "split",
                        Primitive.STRING,
                        row -> row.place().split(),
                        "the part of the spec's split that the subject belongs to; null if it has none"),
                drawing(
                        "status",
                        Primitive.STRING,
                        row -> row.failure() == null ? "OK" : "FAILED",
                        "`OK`, or `FAILED` for a sample that could not be drawn: image and labels are then null"),
                drawing(
                        "error_code",
                        Primitive.STRING,
                        row -> row.failure() == null ? null : row.failure().code(),
                        "why it could not be drawn: a stable upper-case word; null if it was"),
                drawing(
                        "error_message",
                        Primitive.STRING,
                        row -> row.failure() == null ? null : row.failure().message(),
                        "the same for people"));
    }

    static List<Column> picture() {
        return List.of(
                drawing(
                        "image",
                        ColumnType.IMAGE,
                        drawn(drawing -> image(drawing.image())),
                        "the colour image, sRGB, an encoded file in `bytes`; `path` is null"),
                drawing(
                        "width",
                        Primitive.INT32,
                        drawn(drawing -> drawing.image().width()),
                        "width of all images of the row, px"),
                drawing(
                        "height",
                        Primitive.INT32,
                        drawn(drawing -> drawing.image().height()),
                        "height of all images of the row, px"),
                drawing(
                        "format",
                        Primitive.STRING,
                        drawn(drawing -> drawing.image().format().name().toLowerCase(Locale.ROOT)),
                        "encoding of `image`: `jpeg` or `png`"));
    }

    static List<Column> provenance() {
        return List.of(
                design(
                        "scene",
                        Primitive.STRING,
                        row -> SceneJson.write(row.scene()),
                        "everything that decides what is seen, resolved, as canonical JSON"),
                design(
                        "spec_hash",
                        Primitive.STRING,
                        row -> row.provenance().specHash(),
                        "SHA-256 of the canonical spec, hex"),
                design(
                        "sample_hash",
                        Primitive.STRING,
                        row -> row.provenance().sampleHash(),
                        "SHA-256 of scene, image settings and label groups, hex"),
                drawing(
                        "pixel_hash",
                        Primitive.STRING,
                        drawn(FaceSample.Drawing::pixelHash),
                        "SHA-256 of the raw pixels, hex"),
                drawing(
                        "label_hash",
                        Primitive.STRING,
                        drawn(FaceSample.Drawing::labelHash),
                        "SHA-256 of the raw labels, hex"),
                drawing(
                        "renderer",
                        Primitive.STRING,
                        row -> row.provenance().renderer(),
                        "`Limner`, its version with the digits of its build, a comma, and what OpenGL calls its renderer"),
                drawing("driver", Primitive.STRING, row -> row.provenance().driver(), "what OpenGL calls its version"),
                drawing(
                        "assets",
                        Primitive.STRING,
                        row -> row.provenance().assets(),
                        "assets that were used, with their licences"),
                design("schema_version", Primitive.INT32, row -> SchemaVersion.CURRENT, "version of this format"));
    }

    static Column drawing(String name, ColumnType type, Function<FaceSample, Object> value, String meaning) {
        return new Column(name, type, new Origin.Drawing(), value, meaning);
    }

    static Function<FaceSample, Object> drawn(Function<FaceSample.Drawing, Object> value) {
        return row -> row.drawing() == null ? null : value.apply(row.drawing());
    }

    static List<Object> image(EncodedImage image) {
        return image == null ? null : Arrays.asList(image.bytes(), null);
    }

    private static Column design(String name, ColumnType type, Function<FaceSample, Object> value, String meaning) {
        return new Column(name, type, new Origin.Design(), value, meaning);
    }
}
