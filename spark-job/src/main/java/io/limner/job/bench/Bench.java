package io.limner.job.bench;

import com.sun.management.OperatingSystemMXBean;
import io.limner.job.plan.Plan;
import io.limner.job.write.Destination;
import io.limner.job.write.ShardWriter;
import io.limner.renderer.FaceSampler;
import io.limner.renderer.Overlap;
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
import java.util.stream.IntStream;
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
                    try (FaceSampler sampler = open(Overlap.AUTO)) {
                        warm(sampler, first, slots);
                        warm.await();
                        return write(sampler, new Part(first, slots, samples), StageListener.NONE);
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
            warm(sampler, 0, 1);
            times.reset();
            times.begin();
            write(sampler, new Part(0, 1, samples), times);
            return new BenchReport.Stages(sampler.renderer(), sampler.driver(), times.of(samples));
        }
    }

    /**
     * Draws on one slot, first one sample after the other, then so that samples overlap, then the rest one after the other: what else the machine
     * does, and what Java still compiles, falls on both.
     */
    public BenchReport.Overlapped overlap() throws IOException {
        CoarseStages times = new CoarseStages();
        try (FaceSampler serial = FaceSampler.open(new SceneDesign(spec), AssetSource.NONE, device, times);
                FaceSampler overlapping = open(Overlap.ON)) {
            warm(serial, 0, 1);
            warm(overlapping, 0, 1);
            times.reset();
            int half = (samples + 1) / 2;
            double before = seconds(serial, new Part(0, 1, half), times);
            double overlapped = seconds(overlapping, new Part(0, 1, samples), StageListener.NONE);
            double after = samples == half ? 0 : seconds(serial, new Part(0, 1, samples - half), times);
            return BenchReport.Overlapped.of(samples / (before + after), samples / overlapped, times.of(samples));
        }
    }

    private double seconds(FaceSampler sampler, Part part, StageListener stages) throws IOException {
        long from = System.nanoTime();
        stages.done(CoarseStages.BEFORE);
        write(sampler, part, stages);
        return (System.nanoTime() - from) / 1e9;
    }

    private FaceSampler open(Overlap overlap) {
        return FaceSampler.open(new SceneDesign(spec), AssetSource.NONE, device, overlap);
    }

    /** What comes after drawing has to be warm too. */
    private void warm(FaceSampler sampler, int slot, int slots) throws IOException {
        if (warmUp > 0) {
            write(sampler, new Part(slot, slots, warmUp), StageListener.NONE);
        }
    }

    /** What a slot draws: samples of a slot out of several, each with as many. */
    private record Part(int slot, int slots, int samples) {
        long sampleId(int i, DatasetSpec spec) {
            return ((long) slot * samples + i) % spec.samples();
        }

        /** What comes after a sample. */
        long[] next(int i, DatasetSpec spec) {
            return IntStream.range(i + 1, samples)
                    .limit(FaceSampler.MOST_AHEAD)
                    .mapToLong(later -> sampleId(later, spec))
                    .toArray();
        }
    }

    /** Gives the size of the file. */
    private long write(FaceSampler sampler, Part part, StageListener stages) throws IOException {
        Plan plan = new Plan(spec.hash(), (long) part.slots() * part.samples(), part.samples());
        Destination destination = Destination.open(folder.toString(), new Configuration(false));
        try (ShardWriter writer = new ShardWriter(destination, spec, plan, plan.shard(part.slot()))) {
            for (int i = 0; i < part.samples(); i++) {
                FaceSample row = sampler.sample(part.sampleId(i, spec), part.next(i, spec));
                writer.write(row);
                stages.done("write");
            }
            long bytes = writer.commit().file().bytes();
            stages.done("write");
            return bytes;
        }
    }
}
