package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.config.FailureBudget;
import io.limner.job.config.RenderSettings;
import io.limner.job.fixture.Farm;
import io.limner.job.fixture.NeedsEgl;
import io.limner.job.fixture.Quiet;
import io.limner.job.fixture.Specs;
import io.limner.job.fixture.StoredDataset;
import io.limner.job.verify.Verification;
import io.limner.job.write.Destination;
import io.limner.renderer.DisturbedRenderer;
import io.limner.renderer.Overlap;
import io.limner.renderer.pass.ContextSignals;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.opengl.GL45C;

@NeedsEgl
class RenderRunGLTest {
    @TempDir
    private Path folder;

    private RenderSettings faces(int shardSize, String out) {
        String text = Specs.text(6).replace("width: 32, height: 24", "width: 128, height: 96");
        return faces(text, shardSize, out, new RenderSettings.Drawing("cpu", 0));
    }

    private RenderSettings faces(String text, int shardSize, String out, RenderSettings.Drawing drawing) {
        return new RenderSettings(
                SpecReader.parse(text, "faces.yaml"),
                text,
                folder.resolve(out).toString(),
                OptionalInt.of(shardSize),
                drawing);
    }

    @AfterAll
    static void closeContexts() {
        SamplerPool.process().closeWaiting();
    }

    /** Loses its context once at each of some frames, by the count of all contexts together. */
    private record Losing(Map<Integer, Integer> resets, Map<Integer, Integer> errors) implements SamplerFactory {
        static final AtomicInteger FRAMES = new AtomicInteger();
        static final AtomicInteger OPENED = new AtomicInteger();

        @Override
        public Sampler open(SceneDesign design, String device) {
            OPENED.incrementAndGet();
            return FaceSamplers.of(DisturbedRenderer.open(design, new ContextSignals() {
                @Override
                public int resetStatus() {
                    int real = OPENGL.resetStatus();
                    return resets.getOrDefault(FRAMES.getAndIncrement(), real);
                }

                @Override
                public int error() {
                    int real = OPENGL.error();
                    return errors.getOrDefault(FRAMES.get(), real);
                }
            }));
        }
    }

    @Test
    void aLostContextIsOpenedAnewAndCostsNoRow() throws IOException {
        Farm.draw(faces(6, "calm"), 1, FaceSamplers.RENDERER, new Quiet());
        Losing losing = new Losing(
                Map.of(1, GL45C.GL_GUILTY_CONTEXT_RESET), Map.of(4, GL45C.GL_OUT_OF_MEMORY, 6, GL45C.GL_OUT_OF_MEMORY));
        Farm.draw(faces(6, "lost"), 1, losing, new Quiet());
        assertThat(StoredDataset.rows(folder.resolve("lost")))
                .hasSize(6)
                .isEqualTo(StoredDataset.rows(folder.resolve("calm")));
        assertThat(Losing.OPENED.get()).isEqualTo(4);
    }

    @Test
    void realFacesAreTheSameOnAnySlotsAndShardsOverlappingOrNotAndPassTheCheck() throws IOException {
        Farm.draw(faces(6, "one"), 1, FaceSamplers.RENDERER.overlapping(Overlap.ON), new Quiet());
        Farm.draw(faces(2, "two"), 2, FaceSamplers.RENDERER, new Quiet());
        assertThat(StoredDataset.rows(folder.resolve("one")))
                .hasSize(6)
                .doesNotHaveDuplicates()
                .isEqualTo(StoredDataset.rows(folder.resolve("two")));

        Configuration hadoop = new Configuration();
        Destination two = Destination.open(folder.resolve("two").toString(), hadoop);
        assertThat(new Verification(two, hadoop).run(samples -> {}).findings()).isEmpty();
    }

    /** Labels that need other programs and further passes leave the pictures as they are, to the last bit. */
    @Test
    void everyLabelCanBeAddedLater() throws IOException {
        String less = Specs.text(4).replace("[landmarks, segmentation, depth, normals]", "[depth]");
        String every = Arrays.stream(LabelKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "[", "]"));
        String more = Specs.text(4).replace("[landmarks, segmentation, depth, normals]", every);
        RenderSettings.Drawing plain = new RenderSettings.Drawing("cpu", 0);
        Farm.draw(faces(less, 4, "old", plain), 1, FaceSamplers.RENDERER, new Quiet());
        String old = folder.resolve("old").toUri().toString();
        RenderSettings.Drawing adding = new RenderSettings.Drawing("cpu", new FailureBudget(0, 0), old, true);
        Farm.draw(faces(more, 4, "new", adding), 1, FaceSamplers.RENDERER, new Quiet());
        Farm.draw(faces(more, 4, "whole", plain), 1, FaceSamplers.RENDERER, new Quiet());
        assertThat(StoredDataset.samples(folder.resolve("new")))
                .hasSize(4)
                .usingRecursiveComparison()
                .isEqualTo(StoredDataset.samples(folder.resolve("whole")));
    }
}
