package io.limner.job.bench;

import com.sun.management.OperatingSystemMXBean;
import io.limner.job.plan.Plan;
import io.limner.job.write.Destination;
import io.limner.job.write.ShardWriter;
import io.limner.renderer.FaceSampler;
import io.limner.renderer.asset.AssetSource;
import io.limner.renderer.pass.StageListener;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.Daemon;

/**
 * Samples of one spec, drawn and written as a task of the farm does it: a sampler and a shard file a slot, a thread each, in this process.
 * What Spark adds, which is its start and a fraction of a millisecond a sample, is not in it.
 */
public final class Bench {
    private final DatasetSpec spec;
    private final String device;
    private final int samples;
    private final int warmUp;
    private final Path folder;

    /**
     * A bench.
     *
     * @param samples that each slot draws and that are measured
     * @param warmUp samples that each slot draws before
     * @param folder where shard files go
     */
    public Bench(DatasetSpec spec, String device, int samples, int warmUp, Path folder) {
        this.spec = spec;
        this.device = device;
        this.samples = samples;
        this.warmUp = warmUp;
        this.folder = folder;
    }

    /** Draws on {@code slots} slots at once, from the moment at which all are warm until the last file is closed. */
    public BenchReport.Run run(int slots) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        AtomicLong from = new AtomicLong();
        AtomicLong cpuFrom = new AtomicLong();
        CyclicBarrier warm = new CyclicBarrier(slots, () -> {
            from.set(System.nanoTime());
            cpuFrom.set(system.getProcessCpuTime());
        });
        ExecutorService threads = Executors.newFixedThreadPool(slots, new Daemon.DaemonFactory());
        try {
            List<Future<Long>> working = new ArrayList<>();
            for (int slot = 0; slot < slots; slot++) {
                int first = slot;
                working.add(threads.submit(() -> {
                    try (FaceSampler sampler = FaceSampler.open(new SceneDesign(spec), device)) {
                        warm(sampler);
                        warm.await();
                        return write(sampler, first, slots, StageListener.NONE);
                    }
                }));
            }
            long bytes = 0;
            for (Future<Long> slot : working) {
                bytes += slot.get();
            }
            double seconds = (System.nanoTime() - from.get()) / 1e9;
            double cpu = (system.getProcessCpuTime() - cpuFrom.get()) / 1e6;
            int all = slots * samples;
            return new BenchReport.Run(slots, all / seconds, cpu / all, bytes / all);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Draws on one slot, waiting after each stage until the device has done it. */
    public BenchReport.Stages stages() throws IOException {
        StageTimes times = new StageTimes();
        try (FaceSampler sampler = FaceSampler.open(new SceneDesign(spec), AssetSource.NONE, device, times)) {
            warm(sampler);
            times.reset();
            times.begin();
            write(sampler, 0, 1, times);
            return new BenchReport.Stages(sampler.renderer(), sampler.driver(), times.of(samples));
        }
    }

    private void warm(FaceSampler sampler) {
        for (int i = 0; i < warmUp; i++) {
            sampler.sample(i % spec.samples());
        }
    }

    /** Gives the size of the file. */
    private long write(FaceSampler sampler, int slot, int slots, StageListener stages) throws IOException {
        Plan plan = new Plan(spec.hash(), (long) slots * samples, samples);
        Destination destination = Destination.open(folder.toString(), new Configuration(false));
        try (ShardWriter writer = new ShardWriter(destination, spec, plan, plan.shard(slot))) {
            for (int i = 0; i < samples; i++) {
                FaceSample row = sampler.sample(((long) slot * samples + i) % spec.samples());
                writer.write(row);
                stages.done("write");
            }
            long bytes = writer.commit().file().bytes();
            stages.done("write");
            return bytes;
        }
    }
}
