package io.limner.renderer.head.strand;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.head.Face;
import io.limner.renderer.label.CameraModels;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeadShellTest {
    private static final double[] EYE = {120, 60, 620};

    @Test
    void whatTheSkullHidesWithAllAboutItHasNothingAboutItThatShows() {
        Scene scene = Designs.of("").scene(1);
        Face face = FaceModel.shared()
                .face(scene, CameraModels.of(scene.camera(), new ImageSettings(64, 64, ImageFormat.PNG, 95)));
        HeadShell shell =
                new HeadShell(face.head(), new HeadFrame(face.body().anchors().headToWorld()));
        SplittableRandom random = new SplittableRandom(8);
        int hidden = 0;
        for (int i = 0; i < 20000; i++) {
            double[] point = {random.nextDouble(-90, 90), random.nextDouble(-80, 110), random.nextDouble(-260, 40)};
            double reach = random.nextDouble(60);
            if (shell.hidesAbout(point, reach, EYE)) {
                hidden++;
                for (int k = 0; k < 20; k++) {
                    double[] off = {random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
                    Vectors.normalize(off);
                    double[] near = {
                        point[0] + reach * off[0], point[1] + reach * off[1], point[2] + reach * off[2],
                    };
                    assertThat(shell.hides(near, 0, EYE))
                            .as("%s of %s", off, point)
                            .isTrue();
                }
            }
        }
        assertThat(hidden).isGreaterThan(1000);
    }
}
