package io.limner.job.execute;

import io.limner.renderer.egl.EglException;
import io.limner.renderer.image.MissingCodecException;
import io.limner.renderer.pass.DrawingException;
import io.limner.renderer.pass.UnfitDeviceException;
import io.limner.schema.design.ExhaustedException;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Provenance;
import io.limner.schema.sample.Hashes;
import io.limner.schema.scene.Scene;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows, whatever happens to the sampler: one that throws is replaced once; if the same sample breaks the next one too, the sample is
 * at fault and becomes a FAILED row. A machine that cannot draw, or on which two contexts fail to, is an error and makes no row, as is a spec whose exclusions leave nothing of a sample.
 */
public final class RowSource implements AutoCloseable {
    /** Code of a sample that breaks every sampler that tries it. */
    public static final String SAMPLER_BROKE = "SAMPLER_BROKE";

    private static final Logger LOG = LoggerFactory.getLogger(RowSource.class);

    private final SceneDesign design;
    private final String specHash;
    private final SamplerPool pool;
    private final SamplerPool.Kind kind;
    private SamplerPool.Loan loan;

    /** Rows drawn by a sampler of {@code pool}, which is borrowed for the first row. */
    public RowSource(SamplerPool pool, SamplerPool.Kind kind) {
        this.pool = pool;
        this.kind = kind;
        this.design = kind.design();
        this.specHash = design.spec().hash();
    }

    /** What the rows that are drawn here name as their renderer and driver. */
    Sampler.DrawnBy drawnBy() {
        borrow();
        return loan.sampler().drawnBy();
    }

    private void borrow() {
        if (loan == null) {
            loan = pool.borrow(kind);
        }
    }

    /**
     * The row of a sample.
     *
     * @param next samples whose rows will be asked for after it, in order; the sampler may begin them
     */
    public FaceSample row(long sampleId, long... next) {
        return pool.begun(kind, sampleId).orElseGet(() -> drawn(sampleId, next));
    }

    private FaceSample drawn(long sampleId, long... next) {
        borrow();
        try {
            return loan.sampler().sample(sampleId, next);
        } catch (RuntimeException first) {
            throwIfNoSample(first);
            LOG.warn("sample {} broke a sampler, which is replaced: {}", sampleId, first.toString());
            loan.replace();
        }
        try {
            // Alone: what broke the first may have been begun for later.
            return loan.sampler().sample(sampleId);
        } catch (RuntimeException again) {
            throwIfNoSample(again);
            if (again instanceof DrawingException) {
                // Two contexts failed: the device is at fault, not the sample. Spark tries elsewhere.
                loan.discard();
                throw again;
            }
            LOG.warn("sample {} broke the next one too and is a FAILED row: {}", sampleId, again.toString());
            loan.replace();
            return failed(sampleId, again);
        }
    }

    private static void throwIfNoSample(RuntimeException e) {
        if (e instanceof EglException
                || e instanceof MissingCodecException
                || e instanceof UnfitDeviceException
                || e instanceof ExhaustedException
                || e instanceof CancellationException
                || Thread.currentThread().isInterrupted()) {
            throw e;
        }
    }

    private FaceSample failed(long sampleId, RuntimeException why) {
        Scene scene = design.scene(sampleId);
        Provenance provenance = new Provenance(specHash, Hashes.sample(scene, design.spec()), null, null, null);
        Failure failure = why instanceof BrokenSamplerException broken
                ? new Failure(broken.code(), broken.failure())
                : new Failure(SAMPLER_BROKE, why.toString());
        return new FaceSample(design.place(sampleId), scene, provenance, null, failure);
    }

    @Override
    public void close() {
        if (loan != null) {
            loan.close();
        }
    }
}
