package io.limner.renderer;

import io.limner.renderer.pass.DrawingException;
import io.limner.schema.sample.FaceSample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Samples that are begun before they are asked for: while one is written, the next is encoded or drawn and the face of the one after it
 * made. Each goes all its way on one thread; the device, and whoever encodes, take one at a time. What comes of a sample, a row or an
 * exception, shows only when that sample is asked for, and if another is asked for instead it is dropped. For one caller.
 */
final class SamplesAhead {
    private final LongFunction<FaceSample> drawing;
    private final Map<Long, Future<FaceSample>> begun = new HashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(FaceSampler.MOST_AHEAD, task -> {
        Thread thread = new Thread(task, "limner-ahead");
        thread.setDaemon(true);
        return thread;
    });

    SamplesAhead(LongFunction<FaceSample> drawing) {
        this.drawing = drawing;
    }

    /**
     * A sample.
     *
     * @param next ids of the samples that will be asked for after it, in order; those after the first {@link FaceSampler#MOST_AHEAD} are let be
     * @throws java.util.concurrent.RejectedExecutionException if this is closed
     */
    FaceSample take(long sampleId, long... next) {
        List<Long> near =
                Arrays.stream(next).limit(FaceSampler.MOST_AHEAD).boxed().toList();
        Future<FaceSample> wanted = begun.remove(sampleId);
        begun.forEach((id, other) -> {
            if (!near.contains(id)) {
                other.cancel(false); // One that waits is never begun.
            }
        });
        begun.keySet().retainAll(near);
        // One that was not begun has the device to itself: those after it must not take its time.
        FaceSample first = wanted == null ? drawing.apply(sampleId) : null;
        near.forEach(id -> begun.computeIfAbsent(id, later -> threads.submit(() -> drawing.apply(later))));
        return wanted == null ? first : result(wanted);
    }

    private static FaceSample result(Future<FaceSample> wanted) {
        try {
            return wanted.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw (Error) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrawingException("interrupted while drawing", e);
        }
    }

    /** Begins no more; what is begun ends by itself, and so does what waits, since its sampler is closed. */
    void close() {
        threads.shutdown();
    }
}
