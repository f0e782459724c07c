package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.asset.AssetSource;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.pass.ContextSignals;
import io.limner.renderer.pass.ContextSlot;
import io.limner.renderer.pass.DrawingException;
import io.limner.renderer.pass.LostContextException;
import io.limner.renderer.pass.StageListener;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lwjgl.opengl.GL45C;

/** Samples that overlap on one slot are those that follow one another. */
@NeedsEgl
@Timeout(120)
class OverlapGLTest {
    private static final SceneDesign DESIGN = Designs.of(
            "image: { width: 96, height: 80, format: jpeg }",
            "labels: [landmarks, segmentation, depth, normals]",
            "parameters: { capture.jpeg_quality: 80 }");

    private static FaceSampler overlapping(ContextSignals signals) {
        FaceModel faces = FaceModel.shared();
        return FaceSampler.overlapping(
                DESIGN,
                faces,
                AssetSource.NONE,
                new ContextSlot(new DeviceChoice.Cpu(), faces.surface(), StageListener.NONE, signals));
    }

    @Test
    void theRowsAreTheSame() {
        try (FaceSampler serial = FaceSampler.open(DESIGN, "cpu");
                FaceSampler overlapping = overlapping(ContextSignals.OPENGL)) {
            for (long first : new long[] {0, 40}) { // Of the first samples one is dropped, one never begun.
                for (long id = first; id < first + 6; id++) {
                    FaceSample row = overlapping.sample(
                            id, LongStream.range(id + 1, id + 4).toArray());
                    assertThat(row)
                            .as("sample %d", id)
                            .usingRecursiveComparison()
                            .isEqualTo(serial.sample(id));
                }
            }
        }
    }

    @Test
    void aContextThatIsLostAtASampleNobodyAsksForIsKnownToTheNext() throws Exception {
        AtomicInteger frames = new AtomicInteger();
        CompletableFuture<Void> lost = new CompletableFuture<>();
        ContextSignals signals = new ContextSignals() {
            @Override
            public int resetStatus() {
                return OPENGL.resetStatus();
            }

            @Override
            public int error() {
                int real = OPENGL.error();
                if (frames.getAndIncrement() == 1) {
                    lost.complete(null);
                    return GL45C.GL_OUT_OF_MEMORY;
                }
                return real;
            }
        };
        try (FaceSampler sampler = overlapping(signals)) {
            try {
                assertThat(sampler.sample(0, 1).failure()).isNull();
            } catch (LostContextException drawnAfterTheOneThatWasBegun) {
                assertThat(lost).isDone();
            }
            lost.get(60, TimeUnit.SECONDS);
            assertThatThrownBy(() -> sampler.sample(30)).isInstanceOf(LostContextException.class);
            assertThat(frames).as("nothing is drawn on it any more").hasValue(2);
        }
    }

    @Test
    void closingWhileSamplesAreInFlightEndsWhoWaitsForThem() throws Exception {
        FaceSampler busy = overlapping(ContextSignals.OPENGL);
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<Throwable> end = CompletableFuture.supplyAsync(() -> {
            for (long id = 0; ; id++) {
                try {
                    FaceSample row = busy.sample(id % 100, (id + 1) % 100, (id + 2) % 100, (id + 3) % 100);
                    assertThat(row.failure()).isNull();
                } catch (DrawingException | IllegalStateException e) {
                    return e;
                }
                started.complete(null);
            }
        });
        started.get(60, TimeUnit.SECONDS);
        busy.close();
        assertThat(end.get(60, TimeUnit.SECONDS)).hasMessageContaining("closed");
    }

    @Test
    void samplesOverlapOnAGpuUnlessToldOtherwise() {
        assertThat(Overlap.AUTO.applies(false)).isTrue();
        assertThat(Overlap.AUTO.applies(true)).isFalse();
        assertThat(Overlap.ON.applies(true)).isTrue();
        assertThat(Overlap.OFF.applies(false)).isFalse();
    }
}
