package io.limner.job.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.ForwardingSampler;
import io.limner.job.fixture.Specs;
import io.limner.renderer.egl.EglException;
import io.limner.renderer.pass.DrawingException;
import io.limner.renderer.pass.UnfitDeviceException;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowSourceTest {
    private final SamplerPool pool = new SamplerPool();

    private static SamplerPool.Kind kind(SamplerFactory factory) {
        return new SamplerPool.Kind(Specs.of(8).canonical(), "auto", factory);
    }

    @Test
    void samplersAreHandedOn() {
        FlatSamplers samplers = FlatSamplers.sound();
        for (int i = 0; i < 3; i++) {
            try (RowSource rows = new RowSource(pool, kind(samplers))) {
                assertThat(rows.row(i).drawing()).isNotNull();
            }
        }
        assertThat(samplers.opened()).isEqualTo(1);
    }

    @Test
    void twoAtOnceGetTwo() {
        FlatSamplers samplers = FlatSamplers.sound();
        try (RowSource one = new RowSource(pool, kind(samplers));
                RowSource two = new RowSource(pool, kind(samplers))) {
            assertThat(one.row(0).drawing().pixelHash())
                    .isEqualTo(two.row(0).drawing().pixelHash());
        }
        assertThat(samplers.opened()).isEqualTo(2);
    }

    @Test
    void aSampleThatBreaksEverySamplerIsAFailedRowWithItsScene() {
        try (RowSource rows = new RowSource(pool, kind(new FlatSamplers(Set.of(), Set.of(3L))))) {
            FaceSample failed = rows.row(3);
            assertThat(failed.failure().code()).isEqualTo(RowSource.SAMPLER_BROKE);
            assertThat(failed.failure().message()).contains("sample 3 breaks everything");
            assertThat(failed.scene()).isEqualTo(new SceneDesign(Specs.of(8)).scene(3));
            assertThat(failed.provenance().specHash()).isEqualTo(Specs.of(8).hash());
            assertThat(rows.row(4).drawing()).isNotNull();
        }
    }

    /** Throws once, as a sampler does whose context was lost. */
    private static final class Weak implements SamplerFactory {
        private int left = 1;

        @Override
        public Sampler open(SceneDesign design, String device) {
            Sampler sound = FlatSamplers.sound().open(design, device);
            return new ForwardingSampler(sound) {
                @Override
                public FaceSample sample(long sampleId) {
                    if (left-- > 0) {
                        throw new IllegalStateException("the context was lost");
                    }
                    return sound.sample(sampleId);
                }
            };
        }
    }

    @Test
    void aLostContextCostsNoSample() {
        try (RowSource rows = new RowSource(pool, kind(new Weak()))) {
            assertThat(rows.row(0).drawing()).isNotNull();
        }
    }

    /** Breaks at sample 3 as soon as it hears of it, as a child does whose driver crashes at a sample that it begins. */
    private static SamplerFactory eager(List<Long> told) {
        return (design, device) -> {
            Sampler sound = FlatSamplers.sound().open(design, device);
            return new ForwardingSampler(sound) {
                @Override
                public FaceSample sample(long sampleId) {
                    return sample(sampleId, new long[0]);
                }

                @Override
                public FaceSample sample(long sampleId, long... next) {
                    LongStream.of(next).forEach(told::add);
                    if (sampleId == 3 || LongStream.of(next).anyMatch(id -> id == 3)) {
                        throw new IllegalStateException("3 crashes");
                    }
                    return sound.sample(sampleId);
                }
            };
        };
    }

    @Test
    void aSampleThatBreaksWhatIsAskedBeforeItCostsItselfOnly() {
        List<Long> told = new ArrayList<>();
        try (RowSource rows = new RowSource(pool, kind(eager(told)))) {
            for (long id = 0; id < 6; id++) {
                FaceSample row = rows.row(id, id + 1, id + 2);
                assertThat(row.failure() == null).as("sample %d is drawn", id).isEqualTo(id != 3);
            }
        }
        assertThat(told).contains(2L, 3L, 7L);
    }

    @Test
    void whatIsDrawnAheadIsNotDrawnAgainAndItsSamplerIsHandedOn() {
        FlatSamplers samplers = FlatSamplers.sound();
        FaceSample expected;
        try (RowSource alone = new RowSource(new SamplerPool(), kind(FlatSamplers.sound()))) {
            expected = alone.row(2);
        }
        pool.openAhead(kind(samplers), OptionalLong.of(2));
        pool.openAhead(kind(samplers), OptionalLong.of(2));
        try (RowSource rows = new RowSource(pool, kind(samplers))) {
            assertThat(rows.row(2)).usingRecursiveComparison().isEqualTo(expected);
            assertThat(samplers.drawn()).isEqualTo(1);
            assertThat(rows.row(3).drawing()).isNotNull();
        }
        assertThat(samplers.drawn()).isEqualTo(2);
        assertThat(samplers.opened()).isEqualTo(1);
        FlatSamplers others = FlatSamplers.sound();
        try (RowSource rows = new RowSource(pool, kind(others))) {
            rows.row(2);
        }
        assertThat(others.drawn()).as("of another kind").isEqualTo(1);
        assertThat(samplers.drawn()).isEqualTo(2);
    }

    @Test
    void whatCannotBeDrawnAheadIsTriedByWhoeverAsksForIt() {
        FlatSamplers breaking = new FlatSamplers(Set.of(), Set.of(3L));
        pool.openAhead(kind(breaking), OptionalLong.of(3));
        try (RowSource rows = new RowSource(pool, kind(breaking))) {
            assertThat(rows.row(3).failure().code()).isEqualTo(RowSource.SAMPLER_BROKE);
            assertThat(rows.row(4).drawing()).isNotNull();
        }
    }

    @Test
    void whoWaitsForWhatIsDrawnAheadCanBeInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        SamplerFactory stuck = (design, device) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return FlatSamplers.sound().open(design, device);
        };
        pool.openAhead(kind(stuck), OptionalLong.of(0));
        try (RowSource rows = new RowSource(pool, kind(stuck))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> rows.row(0)).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).as("it stays").isTrue();
        } finally {
            never.countDown();
        }
    }

    @Test
    void aSamplerThatBrokeAheadIsNotHandedOn() {
        AtomicInteger opened = new AtomicInteger();
        SamplerFactory firstBroken = (design, device) ->
                opened.getAndIncrement() == 0 ? new Broken(new AssertionError("out of handles")) : flat(design);
        pool.openAhead(kind(firstBroken), OptionalLong.of(3));
        try (RowSource rows = new RowSource(pool, kind(firstBroken))) {
            assertThat(rows.row(3).drawing()).isNotNull();
        }
        assertThat(opened).hasValue(2);
    }

    /** A process must not end while a thread is in the driver, nor leave a sampler in a pool that was emptied. */
    @Test
    void closingWaitsForAllThatWasBegunAhead() {
        Thread closing = Thread.currentThread();
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger closed = new AtomicInteger();
        AtomicReference<Thread> second = new AtomicReference<>();
        SamplerFactory slow = (design, device) -> {
            awaitUntil(
                    over,
                    () -> isWaiting(closing)
                            && second.get() != null
                            && !second.get().isAlive());
            return new Closing(flat(design), closed);
        };
        SamplerFactory other = (design, device) -> {
            second.set(Thread.currentThread());
            awaitUntil(over, () -> isWaiting(closing));
            return new Closing(flat(design), closed);
        };
        pool.openAhead(kind(slow), OptionalLong.empty());
        pool.openAhead(kind(other), OptionalLong.empty());
        try {
            pool.closeWaiting();
            assertThat(closed).hasValue(2);
        } finally {
            over.countDown();
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static void awaitUntil(CountDownLatch over, BooleanSupplier reached) {
        try {
            while (!reached.getAsBoolean() && !over.await(1, TimeUnit.MILLISECONDS)) {
                // The next look.
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sampler flat(SceneDesign design) {
        return FlatSamplers.sound().open(design, "auto");
    }

    /** Counts when it is closed. */
    private record Closing(Sampler within, AtomicInteger closed) implements Sampler {
        @Override
        public FaceSample sample(long sampleId) {
            return within.sample(sampleId);
        }

        @Override
        public DrawnBy drawnBy() {
            return within.drawnBy();
        }

        @Override
        public void close() {
            within.close();
            closed.incrementAndGet();
        }
    }

    /** Draws nothing. */
    private record Broken(Error fault) implements Sampler {
        @Override
        public FaceSample sample(long sampleId) {
            throw fault;
        }

        @Override
        public DrawnBy drawnBy() {
            throw fault;
        }

        @Override
        public void close() {}
    }

    private static SamplerFactory throwing(RuntimeException fault) {
        return (design, device) -> new Sampler() {
            @Override
            public FaceSample sample(long sampleId) {
                throw fault;
            }

            @Override
            public DrawnBy drawnBy() {
                throw fault;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void aMachineThatCannotDrawIsAnErrorAndNotAFailedSample() {
        for (RuntimeException fault : List.of(
                new EglException("no device"),
                new DrawingException("drawing failed", null),
                new UnfitDeviceException("too large for this device"),
                Specs.exhausted())) {
            try (RowSource rows = new RowSource(pool, kind(throwing(fault)))) {
                assertThatThrownBy(() -> rows.row(0)).isSameAs(fault);
            }
        }
    }
}
