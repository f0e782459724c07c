package io.limner.job.execute;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.SpecReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The samplers of this process that wait for work. A context takes half a second to open and its first picture as long again, so
 * tasks hand their samplers on. Only one kind waits at a time: asking for another closes those that wait.
 */
public final class SamplerPool {
    private static final SamplerPool PROCESS = new SamplerPool();

    private final Deque<Sampler> waiting = new ArrayDeque<>();
    /** What was begun ahead, the last of which counts: those before it are of other kinds, and waited for. */
    private final Deque<FirstSample> ahead = new ArrayDeque<>();

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

    /**
     * Opens a sampler in the background and draws a sample with it, which is a row that whoever asks for that sample gets: a context takes half a
     * second to open and its first picture as long again, while other things of a run's start go on. For runs that draw in this process. If that
     * kind was opened ahead before, nothing happens. A machine that cannot draw is the business of the task that finds that out.
     *
     * @param sampleId a sample that is to be drawn; empty to draw none
     */
    public void openAhead(Kind wanted, OptionalLong sampleId) {
        FirstSample begun;
        synchronized (this) {
            if (!ahead.isEmpty() && ahead.getLast().kind().equals(wanted)) {
                return;
            }
            ahead.removeIf(FirstSample::isDone);
            begun = new FirstSample(this, wanted, sampleId);
            ahead.add(begun);
        }
        begun.start();
    }

    /**
     * The row of a sample that was begun ahead, once it is drawn; empty if it was not, or could not be drawn.
     *
     * @throws java.util.concurrent.CancellationException if whoever waits is interrupted, which it stays
     */
    Optional<FaceSample> begun(Kind wanted, long sampleId) {
        FirstSample there;
        synchronized (this) {
            there = ahead.peekLast();
        }
        return there == null ? Optional.empty() : there.row(wanted, sampleId);
    }

    /** Waits until what was begun ahead is done, some seconds at most: a process must not end while a thread is in the driver. */
    public void settle() {
        List<FirstSample> begun;
        synchronized (this) {
            begun = new ArrayList<>(ahead);
        }
        begun.forEach(FirstSample::join);
    }

    /** Closes the samplers that wait, and first waits for what was begun ahead, as {@link #settle}; what is lent is closed when it is given back. */
    public void closeWaiting() {
        settle();
        List<Sampler> all;
        synchronized (this) {
            ahead.clear();
            kind = null;
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
