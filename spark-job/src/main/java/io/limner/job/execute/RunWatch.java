package io.limner.job.execute;

import io.limner.job.plan.Plan;
import io.limner.job.write.Manifest;
import io.limner.job.write.ShardLedger;
import io.limner.job.write.ShardReceipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * How a run goes, put together on the driver: receipts, which count, and what tasks report of unfinished shards. Any thread may ask and tell.
 */
final class RunWatch {
    /** Kinds of faults that are told apart. */
    private static final int MOST_FAULTS = 20;

    private final long samples;
    private final LongSupplier clock;
    private final ShardLedger receipts;
    private final Map<Long, Flight> flights = new HashMap<>();
    private final Map<String, Worker> workers = new TreeMap<>();
    private final Map<String, Long> faults = new TreeMap<>();
    private long there;
    private long drawn;
    private long copied;
    private long bytes;
    private long began;
    private long resting;
    private String example = "";
    private String verdict;

    /** A task at work. */
    private static final class Flight {
        final long shard;
        final String executor;
        final Worker worker;
        long moved;
        long rows;
        List<FailureNote> failed = List.of();

        Flight(long shard, String executor, Worker worker, long moved) {
            this.shard = shard;
            this.executor = executor;
            this.worker = worker;
            this.moved = moved;
        }
    }

    /** An executor. */
    private static final class Worker {
        final String host;
        final long began;
        long ended;
        long rows;

        Worker(String host, long began) {
            this.host = host;
            this.began = began;
            this.ended = began;
        }
    }

    /** A dataset that is cut like this. */
    RunWatch(Plan plan) {
        this(plan, System::nanoTime);
    }

    /** As the other, with a clock of nanoseconds. */
    RunWatch(Plan plan, LongSupplier clock) {
        this.samples = plan.samples();
        this.receipts = new ShardLedger(plan);
        this.clock = clock;
        begins();
    }

    /** A shard that an earlier run drew. */
    synchronized void found(ShardReceipt receipt) {
        keep(receipt);
        there += receipt.contents().rows();
    }

    /** The first shard is given out, or whoever is to do that is started. */
    final synchronized void begins() {
        began = clock.getAsLong();
        resting = began;
    }

    /** A shard is in its place. */
    synchronized void finished(ShardReceipt receipt) {
        keep(receipt);
        drawn += receipt.contents().rows();
        copied += receipt.work().copied();
        bytes += receipt.file().bytes();
    }

    private void keep(ShardReceipt receipt) {
        try {
            receipts.add(receipt);
        } catch (IOException e) {
            // Without the reason's own words, which are the same where a store refuses.
            throw new UncheckedIOException(new IOException(
                    "cannot note what shards are done in this machine's temporary folder, "
                            + System.getProperty("java.io.tmpdir") + " ("
                            + e.getClass().getSimpleName()
                            + "); make room there, or name a folder that may be written with -Djava.io.tmpdir",
                    e));
        }
    }

    /** Notes of failures in shards that are finished or are not. */
    synchronized void told(List<FailureNote> notes) {
        FailureNote.telling(notes).ifPresent(text -> example = text);
    }

    synchronized void started(long task, long shard, String executor, String host) {
        Worker worker = workers.computeIfAbsent(executor, id -> new Worker(host, clock.getAsLong()));
        flights.put(task, new Flight(shard, executor, worker, clock.getAsLong()));
    }

    synchronized void reported(long task, long rows, List<FailureNote> failed) {
        Flight flight = flights.get(task);
        if (flight != null) {
            if (rows > flight.rows) {
                flight.rows = rows;
                flight.moved = clock.getAsLong();
            }
            flight.failed = failed;
            told(failed);
        }
    }

    /**
     * A task ended.
     *
     * @param rows that it drew
     * @param fault why it failed; empty if it did not
     */
    synchronized void ended(long task, long rows, String fault) {
        Flight flight = flights.remove(task);
        if (flight == null) {
            return;
        }
        flight.worker.rows += Math.max(rows, flight.rows);
        flight.worker.ended = clock.getAsLong();
        resting = flight.worker.ended;
        if (!fault.isEmpty()) {
            fault(flight.worker.host + ": " + fault);
        }
    }

    /** The run is broken: what is unfinished now may not be counted any more when it has ended. The first reason stays. */
    synchronized void broken(String why) {
        verdict = verdict == null ? why : verdict;
    }

    /** Why the run is broken, if it is. */
    synchronized Optional<String> verdict() {
        return Optional.ofNullable(verdict);
    }

    /** Something that people should know of an executor or host. */
    synchronized void fault(String what) {
        faults.merge(faults.size() < MOST_FAULTS || faults.containsKey(what) ? what : "other faults", 1L, Long::sum);
    }

    /** How long nobody has been at work; zero if somebody is. */
    synchronized Duration rest() {
        return flights.isEmpty() ? Duration.ofNanos(clock.getAsLong() - resting) : Duration.ZERO;
    }

    /**
     * A task at which nothing moves.
     *
     * @param rows that it has drawn
     * @param executor which one, and where
     * @param time since the last of them
     */
    record Standing(long shard, long rows, String executor, Duration time) {}

    /** The tasks that have stood so long or longer, the longest first. */
    synchronized List<Standing> standing(Duration least) {
        long now = clock.getAsLong();
        return flights.values().stream()
                .map(flight -> new Standing(
                        flight.shard,
                        flight.rows,
                        flight.executor + " on " + flight.worker.host,
                        Duration.ofNanos(now - flight.moved)))
                .filter(flight -> flight.time().compareTo(least) >= 0)
                .sorted(Comparator.comparing(Standing::time).reversed())
                .toList();
    }

    /** Whether anybody was at work in this run. */
    synchronized boolean hadExecutors() {
        return !workers.isEmpty();
    }

    synchronized boolean has(long shard) {
        return receipts.has(shard);
    }

    /** Whether every shard is there. */
    synchronized boolean isComplete() {
        return receipts.isComplete();
    }

    /** Of the shards that are there; to be looked into when no more come, and closed. */
    ShardLedger receipts() {
        return receipts;
    }

    /** What became of a sample that failed in this run; empty if none did. */
    synchronized String example() {
        return example;
    }

    synchronized RunState now() {
        Map<String, Long> failed = new TreeMap<>(receipts.failures());
        long unfinished = 0;
        for (Flight flight : furthest()) {
            unfinished += flight.rows;
            flight.failed.forEach(note -> failed.merge(note.code(), 1L, Long::sum));
        }
        double seconds = Math.max(1e-3, (clock.getAsLong() - began) / 1e9);
        long all = Math.min(samples - there, drawn + unfinished);
        return new RunState(
                new RunState.Samples(samples, there, all, unfinished, bytes),
                seconds,
                failed,
                new Manifest.Run(seconds, all, copied, (all - copied) / seconds, executors(), faults()));
    }

    /** Of the tasks at the same unfinished shard the one that is furthest. */
    private Iterable<Flight> furthest() {
        Map<Long, Flight> byShard = new HashMap<>();
        for (Flight flight : flights.values()) {
            if (!receipts.has(flight.shard)) {
                byShard.merge(flight.shard, flight, (one, other) -> one.rows >= other.rows ? one : other);
            }
        }
        return byShard.values();
    }

    private List<Manifest.Executor> executors() {
        Map<Worker, Long> atWork = new HashMap<>();
        flights.values().forEach(flight -> atWork.merge(flight.worker, flight.rows, Long::sum));
        List<Manifest.Executor> all = new ArrayList<>();
        workers.forEach((id, worker) -> {
            long rows = worker.rows + atWork.getOrDefault(worker, 0L);
            long until = atWork.containsKey(worker) ? clock.getAsLong() : worker.ended;
            double seconds = Math.max(1e-3, (until - worker.began) / 1e9);
            all.add(new Manifest.Executor(id, worker.host, rows, rows / seconds));
        });
        return all;
    }

    private List<String> faults() {
        return faults.entrySet().stream()
                .map(fault ->
                        fault.getValue() == 1 ? fault.getKey() : fault.getKey() + " (" + fault.getValue() + " times)")
                .toList();
    }
}
