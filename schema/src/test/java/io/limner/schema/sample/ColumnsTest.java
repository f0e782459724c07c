package io.limner.schema.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limner.schema.sample.ColumnType.Numbers;
import io.limner.schema.sample.ColumnType.Primitive;
import io.limner.schema.sample.ColumnType.Struct;
import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.Parameters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnsTest {

    static List<Column> columns() {
        return Columns.every().all();
    }

    /** Writers cast by type: whatever a column yields must be of the Java type that its column type names. */
    @ParameterizedTest
    @MethodSource("columns")
    void aDrawnRowHasEveryValueInItsType(Column column) {
        Object value = column.value().apply(SampleRows.drawn());

        if (column.name().startsWith("error_")) {
            assertThat(value).isNull();
            return;
        }
        assertThat(value).isNotNull();
        if (column.type() instanceof Primitive primitive) {
            assertThat(value).isInstanceOf(javaType(primitive));
        } else if (column.type() instanceof Numbers numbers) {
            assertThat(java.lang.reflect.Array.getLength(value)).isEqualTo(numbers.length());
            assertThat(value.getClass().getComponentType().getName())
                    .isEqualTo(
                            numbers.element() == Primitive.INT32
                                    ? "int"
                                    : numbers.element().text());
        } else if (column.type() instanceof Struct struct) {
            List<?> values = (List<?>) value;
            assertThat(values).hasSameSizeAs(struct.fields());
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null) {
                    assertThat(values.get(i))
                            .isInstanceOf(javaType(struct.fields().get(i).type()));
                }
            }
        }
    }

    /** A row that failed still says what was to be drawn. */
    @ParameterizedTest
    @MethodSource("columns")
    void aFailedRowHasItsDesignAndNoDrawing(Column column) {
        Object value = column.value().apply(SampleRows.failed());

        boolean known = column.origin() instanceof Origin.Design
                || column.origin() instanceof Origin.Attribute
                || Set.of("status", "error_code", "error_message", "renderer", "driver", "assets")
                        .contains(column.name());
        assertThat(value != null).as(column.name()).isEqualTo(known);
    }

    @Test
    void valuesComeFromTheirOwnPlace() {
        FaceSample row = SampleRows.drawn();
        assertThat(value("sample_id", row)).isEqualTo(5L);
        assertThat(value("status", row)).isEqualTo("OK");
        assertThat(value("status", SampleRows.failed())).isEqualTo("FAILED");
        assertThat(value("error_code", SampleRows.failed())).isEqualTo("OUT_OF_MEMORY");
        assertThat(value("error_message", SampleRows.failed())).isEqualTo("no memory");
        assertThat((List<?>) value("image", row)).element(0).isEqualTo(new byte[] {1});
        assertThat((List<?>) value("segmentation", row)).element(0).isEqualTo(new byte[] {2});
        assertThat((List<?>) value("depth", row)).element(0).isEqualTo(new byte[] {3});
        assertThat((List<?>) value("normals", row)).element(0).isEqualTo(new byte[] {4});
        assertThat((List<?>) value("amodal", row)).element(0).isEqualTo(new byte[] {5});
        assertThat((List<?>) value("alpha", row)).element(0).isEqualTo(new byte[] {6});
        assertThat((List<?>) value("canonical", row)).element(0).isEqualTo(new byte[] {7});
        assertThat((List<?>) value("albedo", row)).element(0).isEqualTo(new byte[] {8});
        assertThat(value("width", row)).isEqualTo(2);
        assertThat(value("height", row)).isEqualTo(1);
        assertThat(value("format", row)).isEqualTo("jpeg");
        assertThat(value("face_box", row)).isEqualTo(List.of(1f, 2f, 3f, 4.5f));
        assertThat(value("head_box", row)).isEqualTo(List.of(0f, 0f, 5f, 6f));
        assertThat((int[]) value("landmarks_68_visibility", row)).startsWith(0, 1, 2, 0);
        assertThat((int[]) value("landmarks_68_hidden_by", row)).startsWith(0, 1, 2, 3, 4, 5, 0);
        assertThat((float[]) value("jaw_contour_2d", row)).hasSize(34).endsWith(16.5f);
        assertThat((float[]) value("jaw_contour_3d", row)).hasSize(51).endsWith(-12.5f);
        assertThat((float[]) value("landmarks_dense_2d", row)).hasSize(1040).endsWith(129.875f);
        assertThat((int[]) value("landmarks_dense_hidden_by", row)).hasSize(520);
        assertThat((double[]) value("blendshapes", row)).hasSize(52).endsWith(51 * 0.0078125);
        assertThat((float[]) value("landmarks_68_2d", row)).endsWith(33.75f);
        assertThat((float[]) value("landmarks_68_3d", row)).endsWith(-25.375f);
        assertThat((double[]) value("camera_intrinsics", row)).containsExactly(700, 700, 1, 0.5);
        assertThat((double[]) value("camera_extrinsics", row)).endsWith(15);
        assertThat((double[]) value("head_pose", row)).endsWith(30);
        assertThat((double[]) value("eye_left_center", row)).containsExactly(1, 2, 3);
        assertThat((double[]) value("eye_right_center", row)).containsExactly(4, 5, 6);
        assertThat((double[]) value("gaze_left", row)).endsWith(1);
        assertThat((double[]) value("gaze_right", row)).containsExactly(0, 1, 0);
        assertThat(value("subject_age", row)).isEqualTo(79.987121);
        assertThat(value("subject_identity_seed", row)).isEqualTo(290015724L);
        assertThat(value("hair_color", row)).isEqualTo("brown");
        assertThat(value("scene", row)).isEqualTo(SceneJson.write(row.scene()));
        assertThat(value("spec_hash", row)).isEqualTo("spec");
        assertThat(value("sample_hash", row)).isEqualTo("sample");
        assertThat(value("pixel_hash", row)).isEqualTo("pixels");
        assertThat(value("label_hash", row)).isEqualTo("labels");
        assertThat(value("renderer", row)).isEqualTo("renderer");
        assertThat(value("driver", row)).isEqualTo("driver");
        assertThat(value("assets", row)).isEqualTo("assets");
        assertThat(value("schema_version", row)).isEqualTo(SchemaVersion.CURRENT);
    }

    @Test
    void thereIsOneColumnForEveryParameter() {
        Columns columns = Columns.every();
        Parameters.all().forEach(parameter -> assertThat(
                        columns.named(parameter.column()).origin())
                .isEqualTo(new Origin.Attribute(parameter)));
    }

    @Test
    void labelsThatNobodyAskedForHaveNoColumn() {
        Columns none = Columns.of(EnumSet.noneOf(LabelKind.class));
        Columns depth = Columns.of(EnumSet.of(LabelKind.DEPTH));

        assertThat(none.names())
                .contains("image", "face_box", "camera_intrinsics")
                .doesNotContain("depth", "segmentation", "normals", "landmarks_68_2d");
        assertThat(depth.names())
                .containsOnlyOnceElementsOf(none.names())
                .contains("depth")
                .hasSize(none.names().size() + 1);
        assertThat(Columns.of(SampleRows.SPEC).names())
                .isEqualTo(Columns.every().names());
    }

    @Test
    void aChoiceOfColumnsKeepsTheirOrder() {
        assertThat(Columns.every().only(Set.of("depth", "sample_id", "scene")).names())
                .containsExactly("sample_id", "depth", "scene");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Columns.every().only(Set.of("dpeth")))
                .withMessageContaining("There is no column 'dpeth'");
        assertThat(Columns.every().has("dpeth")).isFalse();
    }

    @Test
    void theFooterTellsHuggingFaceWhichColumnsAreImages() {
        assertThat(Footer.huggingFace(Columns.of(EnumSet.noneOf(LabelKind.class))))
                .isEqualTo("{\"info\":{\"features\":{\"image\":{\"_type\":\"Image\"}}}}");
        assertThat(Footer.of(SampleRows.SPEC))
                .containsEntry("limner.spec_hash", SampleRows.SPEC.hash())
                .containsEntry("limner.spec", SampleRows.SPEC.canonical())
                .containsEntry("limner.schema_version", "1")
                .hasEntrySatisfying("huggingface", json -> assertThat(json)
                        .contains("\"normals\":{\"_type\":\"Image\"}")
                        .contains("\"depth\":{\"_type\":\"Image\"}")
                        .doesNotContain("canonical"));
    }

    private static Object value(String column, FaceSample row) {
        return Columns.every().named(column).value().apply(row);
    }

    private static Class<?> javaType(Primitive primitive) {
        return switch (primitive) {
            case INT32 -> Integer.class;
            case INT64 -> Long.class;
            case FLOAT -> Float.class;
            case DOUBLE -> Double.class;
            case STRING -> String.class;
            case BINARY -> byte[].class;
        };
    }
}
