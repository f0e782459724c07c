package io.limner.job.execute;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import io.limner.job.write.Manifest;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.apache.spark.metrics.source.Source;

/** A run as metrics of Spark's driver, for whatever sinks its configuration names. RUNBOOK.md lists them. */
final class RunMetrics implements Source {
    private final MetricRegistry registry = new MetricRegistry();
    private final RunWatch watch;

    RunMetrics(RunWatch watch) {
        this.watch = watch;
        count("samples", state -> state.samples().all());
        count("samples_done", state -> state.samples().done());
        count("samples_drawn", state -> state.samples().drawn());
        count("samples_copied", state -> state.work().copied());
        count("samples_failed", RunState::failed);
        count("bytes", state -> state.samples().bytes());
        measure("images_per_second", state -> state.work().imagesPerSecond());
        measure("seconds_left", state -> state.samples().drawn() == 0 ? -1 : state.secondsLeft());
    }

    private void count(String name, ToLongFunction<RunState> value) {
        registry.registerGauge(name, () -> value.applyAsLong(watch.now()));
    }

    private void measure(String name, ToDoubleFunction<RunState> value) {
        registry.registerGauge(name, () -> value.applyAsDouble(watch.now()));
    }

    /** Executors and codes come as the run goes. */
    void see(RunState now) {
        for (Manifest.Executor executor : now.work().executors()) {
            registry.gauge(
                    "executor_" + executor.id() + "_images_per_second",
                    () -> (Gauge<Double>) () -> watch.now().work().executors().stream()
                            .filter(other -> other.id().equals(executor.id()))
                            .mapToDouble(Manifest.Executor::imagesPerSecond)
                            .sum());
        }
        for (Map.Entry<String, Long> code : now.failures().entrySet()) {
            registry.gauge("failed_" + code.getKey(), () ->
                    (Gauge<Long>) () -> watch.now().failures().getOrDefault(code.getKey(), 0L));
        }
    }

    @Override
    public String sourceName() {
        return "limner";
    }

    @Override
    public MetricRegistry metricRegistry() {
        return registry;
    }
}
