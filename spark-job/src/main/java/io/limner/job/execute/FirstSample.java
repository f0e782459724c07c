package io.limner.job.execute;

import io.limner.schema.sample.FaceSample;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sampler of a pool that is opened before anybody asks, and the row that it draws then. */
final class FirstSample {
    private static final Logger LOG = LoggerFactory.getLogger(FirstSample.class);
    private static final int PATIENCE_MILLIS = 10_000;

    private final SamplerPool pool;
    private final SamplerPool.Kind kind;
    private final OptionalLong sampleId;
    private final CompletableFuture<FaceSample> row = new CompletableFuture<>();
    private final Thread thread = new Thread(this::draw, "limner-open-ahead");

    FirstSample(SamplerPool pool, SamplerPool.Kind kind, OptionalLong sampleId) {
        this.pool = pool;
        this.kind = kind;
        this.sampleId = sampleId;
        thread.setDaemon(true);
    }

    SamplerPool.Kind kind() {
        return kind;
    }

    void start() {
        thread.start();
    }

    private void draw() {
        try (SamplerPool.Loan loan = pool.borrow(kind)) {
            FaceSample drawn = null;
            try {
                drawn = sampleId.isPresent() ? loan.sampler().sample(sampleId.getAsLong()) : null;
            } catch (RuntimeException | Error e) {
                loan.discard();
                throw e;
            }
            loan.close(); // So that whoever gets the row finds the sampler waiting.
            row.complete(drawn);
        } catch (RuntimeException | Error e) { // Of which the task that draws will tell.
            LOG.debug("nothing could be drawn ahead", e);
            row.completeExceptionally(e);
        }
    }

    /** As {@link SamplerPool#begun}. */
    Optional<FaceSample> row(SamplerPool.Kind wanted, long asked) {
        if (sampleId.isEmpty() || sampleId.getAsLong() != asked || !kind.equals(wanted)) {
            return Optional.empty();
        }
        try {
            return Optional.of(row.get());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("sample " + asked + " is wanted no longer");
        }
    }

    boolean isDone() {
        return row.isDone();
    }

    void join() {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
