package io.limner.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.pass.DrawingException;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Provenance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which samples are begun before they are asked for, and what comes of them. */
@Timeout(60)
class SamplesAheadTest {
    private static final Provenance NOBODY = new Provenance(null, null, null, null, null);

    /** Sample id to the thread that drew it. */
    private final Map<Long, Thread> drawnOn = new ConcurrentHashMap<>();

    private SamplesAhead ahead = new SamplesAhead(this::drawn);

    @AfterEach
    void close() {
        ahead.close();
    }

    private FaceSample drawn(long sampleId) {
        drawnOn.put(sampleId, Thread.currentThread());
        return row(sampleId);
    }

    private static FaceSample row(long sampleId) {
        return new FaceSample(
                Designs.of().place(sampleId),
                Designs.of().scene(sampleId),
                NOBODY,
                null,
                new Failure("SAMPLE_" + sampleId, ""));
    }

    private void drawing(LongFunction<FaceSample> drawing) {
        ahead.close();
        ahead = new SamplesAhead(drawing);
    }

    @Test
    void twoAreBegunAndNoMore() {
        assertThat(ahead.take(0, 1, 2, 3, 4).failure().code()).isEqualTo("SAMPLE_0");
        assertThat(ahead.take(1, 2, 3).failure().code()).isEqualTo("SAMPLE_1");
        assertThat(ahead.take(2, 3, 4).failure().code()).isEqualTo("SAMPLE_2");
        assertThat(ahead.take(4).failure().code()).isEqualTo("SAMPLE_4");
        assertThat(drawnOn.get(0L)).isSameAs(Thread.currentThread());
        assertThat(drawnOn.get(1L)).isNotSameAs(Thread.currentThread());
        assertThat(drawnOn.get(2L)).isNotSameAs(Thread.currentThread());
        assertThat(drawnOn.get(4L)).isNotSameAs(Thread.currentThread());

        ahead.take(10, 11, 12, 13);
        ahead.take(13);
        assertThat(drawnOn.get(13L)).as("the third").isSameAs(Thread.currentThread());
    }

    @Test
    void aFaultShowsAtItsOwnSampleOnly() {
        RuntimeException fault = new IllegalStateException("ears inside out");
        drawing(sampleId -> {
            if (sampleId == 2 || sampleId == 7) {
                throw fault;
            }
            return row(sampleId);
        });
        assertThat(ahead.take(0, 1, 2).failure().code()).isEqualTo("SAMPLE_0");
        assertThat(ahead.take(1, 2, 3).failure().code()).isEqualTo("SAMPLE_1");
        assertThatThrownBy(() -> ahead.take(2, 3, 4)).isSameAs(fault);
        assertThat(ahead.take(3, 7).failure().code()).isEqualTo("SAMPLE_3");
        assertThat(ahead.take(20).failure().code()).as("7 was dropped").isEqualTo("SAMPLE_20");
    }

    @Test
    void whatIsNotAskedForTheNextTimeIsDrawnAnew() {
        CountDownLatch begun = new CountDownLatch(1);
        drawing(sampleId -> {
            FaceSample row = drawn(sampleId);
            if (sampleId == 1) {
                begun.countDown();
            }
            return row;
        });
        ahead.take(0, 1, 2);
        await(begun);
        ahead.take(8);
        ahead.take(1);
        assertThat(drawnOn.get(1L)).isSameAs(Thread.currentThread());
    }

    @Test
    void oneThatWasNotBegunIsDrawnBeforeThoseAfterItAreBegun() {
        drawing(sampleId -> {
            if (sampleId == 0) {
                throw new IllegalStateException("no ears");
            }
            return drawn(sampleId);
        });
        assertThatThrownBy(() -> ahead.take(0, 1, 2)).hasMessage("no ears");
        ahead.take(1);
        assertThat(drawnOn.get(1L)).isSameAs(Thread.currentThread());
    }

    @Test
    void whoWaitsCanBeInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        drawing(sampleId -> {
            if (sampleId == 1) {
                await(never);
            }
            return row(sampleId);
        });
        ahead.take(0, 1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ahead.take(1))
                .isInstanceOf(DrawingException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ahead.take(2).failure().code()).isEqualTo("SAMPLE_2");
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void onceClosedItBeginsNothing() {
        ahead.close();
        assertThatThrownBy(() -> ahead.take(0, 1)).isInstanceOf(RejectedExecutionException.class);
        assertThat(drawnOn).containsOnlyKeys(0L);
    }
}
