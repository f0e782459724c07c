package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.asset.AssetSource;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.Column;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.Origin;
import org.junit.jupiter.api.Test;

/** What is computed without a drawing is what a drawn row holds. */
@NeedsEgl
class FaceGeometryGLTest {
    private static final SceneDesign ALL =
            Designs.of("image: { width: 96, height: 80, format: png }", "labels: [landmarks, dense_landmarks]");

    @Test
    void geometryIsThatOfTheDrawnRow() {
        FaceGeometry geometry = new FaceGeometry(ALL, AssetSource.NONE);
        try (FaceSampler sampler = FaceSampler.open(ALL, "cpu")) {
            for (long id = 0; id < 3; id++) {
                FaceSample drawn = sampler.sample(id);
                FaceSample computed = geometry.sample(id);
                int compared = 0;
                for (Column column : Columns.of(ALL.spec()).all()) {
                    if (isGeometry(column.origin())) {
                        assertThat(column.value().apply(computed))
                                .as("%s of sample %d", column.name(), id)
                                .isNotNull()
                                .isEqualTo(column.value().apply(drawn));
                        compared++;
                    }
                }
                assertThat(compared).isGreaterThan(12);
            }
        }
    }

    private static boolean isGeometry(Origin origin) {
        return origin instanceof Origin.Geometry
                || (origin instanceof Origin.Label label && label.from() instanceof Origin.Geometry);
    }
}
