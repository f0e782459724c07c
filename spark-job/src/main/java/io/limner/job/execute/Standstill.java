package io.limner.job.execute;

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

    private final RunWatch watch;
    private final SparkConf conf;

    /** What the run of {@code watch} waits for, whose executors ask for what {@code conf} says. */
    Standstill(RunWatch watch, SparkConf conf) {
        this.watch = watch;
        this.conf = conf;
    }

    /** A line for each thing that stands still; none while all move. */
    List<String> lines() {
        return Stream.of(watch.rest())
                .filter(rest -> rest.compareTo(LEAST) >= 0)
                .map(this::noExecutor)
                .toList();
    }

    private String noExecutor(Duration rest) {
        return (watch.hadExecutors() ? "no executor at work for " : "no executor yet after ")
                + minutes(rest)
                + ": the cluster has no free cores or memory for one, which asks for "
                + WANTS.stream()
                        .filter(name -> conf.contains(name) || name.equals(MEMORY))
                        .map(name -> name + "=" + conf.get(name, "1g"))
                        .collect(Collectors.joining(", "))
                + ". See the cluster's own page or queue for what is free; free some, or end this (finished shards stay) and ask for less by "
                + "--conf. The run goes on as soon as one comes";
    }

    private static String minutes(Duration time) {
        return Math.max(1, Math.round(time.toSeconds() / 60.0)) + " min";
    }
}
