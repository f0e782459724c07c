package io.limner.job.execute;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.SpecReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The samplers of this process that wait for work. A context takes half a second to open and its first picture as long again, so
 * tasks hand their samplers on. Only one kind waits at a time: asking for another closes those that wait.
 */
public final class SamplerPool {
    private static final SamplerPool PROCESS = new SamplerPool();

    private final Deque<Sampler> waiting = new ArrayDeque<>();
    private Kind kind;

    /**
     * What a sampler draws, and on what.
     *
     * @param spec the canonical spec
     * @param device as {@link SamplerFactory#open} takes it
     * @param factory who opens it
     */
    public record Kind(String spec, String device, SamplerFactory factory) {
        /** The design of the spec. */
        public SceneDesign design() {
            return new SceneDesign(SpecReader.parse(spec, "the spec of this run"));
        }

        Sampler open() {
            return factory.open(design(), device);
        }
    }

    /** The pool that all tasks of this process share. */
    public static SamplerPool process() {
        return PROCESS;
    }

    /** Lends a sampler, opening one if none waits. */
    public Loan borrow(Kind wanted) {
        Sampler waiter;
        List<Sampler> others = List.of();
        synchronized (this) {
            if (!wanted.equals(kind)) {
                others = new ArrayList<>(waiting);
                waiting.clear();
                kind = wanted;
            }
            waiter = waiting.poll();
        }
        others.forEach(Sampler::close);
        return new Loan(wanted, waiter == null ? wanted.open() : waiter);
    }

    /** Closes the samplers that wait. */
    public void closeWaiting() {
        List<Sampler> all;
        synchronized (this) {
            all = new ArrayList<>(waiting);
            waiting.clear();
        }
        all.forEach(Sampler::close);
    }

    private synchronized boolean keep(Kind lent, Sampler sampler) {
        return lent.equals(kind) && waiting.offer(sampler);
    }

    /** A sampler in somebody's hands. Closing the loan gives it back. */
    public final class Loan implements AutoCloseable {
        private final Kind lent;
        private Sampler sampler;

        private Loan(Kind lent, Sampler sampler) {
            this.lent = lent;
            this.sampler = sampler;
        }

        /** The sampler. */
        public Sampler sampler() {
            return sampler;
        }

        /** Closes a sampler that has failed and opens another in its place. */
        void replace() {
            Sampler broken = sampler;
            sampler = null;
            broken.close();
            sampler = lent.open();
        }

        /** Closes a sampler that nobody should borrow again, and opens no other. */
        void discard() {
            if (sampler != null) {
                sampler.close();
            }
            sampler = null;
        }

        @Override
        public void close() {
            if (sampler != null && !keep(lent, sampler)) {
                sampler.close();
            }
            sampler = null;
        }
    }
}
