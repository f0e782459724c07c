package io.limner.job.execute;

import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/** What a run waits for while nothing moves, in words for people. It ends nothing: an executor may come at any time. */
final class Standstill {
    /** Less is no standstill: Spark starts, shards are handed over. */
    private static final Duration LEAST = Duration.ofSeconds(30);

    private static final String MEMORY = "spark.executor.memory";
    /** What an executor asks of a cluster. */
    private static final List<String> WANTS = List.of(
            MEMORY,
            "spark.executor.memoryOverhead",
            "spark.executor.memoryOverheadFactor",
            "spark.executor.cores",
            "spark.executor.resource.gpu.amount");

    /** No sample takes as long, nor the start of a slot. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private static final int MOST_LINES = 3;

    private final RunWatch watch;
    private final SparkConf conf;
    private final Plan plan;
    private final boolean limited;

    /**
     * What a run waits for.
     *
     * @param conf what its executors ask for
     * @param limited whether its samples have a time limit, and so look after themselves
     */
    Standstill(RunWatch watch, SparkConf conf, Plan plan, boolean limited) {
        this.watch = watch;
        this.conf = conf;
        this.plan = plan;
        this.limited = limited;
    }

    /** A line for each thing that stands still; none while all move. */
    List<String> lines() {
        return Stream.concat(
                        Stream.of(watch.rest())
                                .filter(rest -> rest.compareTo(LEAST) >= 0 && !watch.isComplete())
                                .map(this::noExecutor),
                        watch.standing(LONG).stream().flatMap(this::standing))
                .limit(MOST_LINES)
                .toList();
    }

    private Stream<String> standing(RunWatch.Standing task) {
        Shard shard = plan.shard(task.shard());
        if (task.rows() >= shard.count()) {
            return Stream.of("shard " + shard.index() + " is drawn and has not been stored for " + minutes(task.time())
                    + ", by executor " + task.executor()
                    + ": the store is slow or stands. 'limner doctor --store' tries it");
        }
        return limited
                ? Stream.of()
                : Stream.of("sample " + (shard.firstSampleId() + task.rows()) + " has been at work for "
                        + minutes(task.time()) + " in a thread of executor " + task.executor()
                        + ", which nothing can end. If it never goes on, end this (finished shards stay) and run the same with "
                        + "--slot process, where --sample-seconds is the limit of a sample");
    }

    private String noExecutor(Duration rest) {
        return (watch.hadExecutors() ? "no executor at work for " : "no executor yet after ")
                + minutes(rest)
                + ": Spark is still starting, or executors end as they start, or the cluster has no free cores or memory for one, which asks for "
                + WANTS.stream()
                        .filter(name -> conf.contains(name) || name.equals(MEMORY))
                        .map(name -> name + "=" + conf.get(name, "1g"))
                        .collect(Collectors.joining(", "))
                + ". See the cluster's own page or queue for what is free and how executors ended; free some, or end this (finished shards stay) and ask for less by "
                + "--conf. The run goes on as soon as one comes";
    }

    private static String minutes(Duration time) {
        return Math.max(1, Math.round(time.toSeconds() / 60.0)) + " min";
    }
}
