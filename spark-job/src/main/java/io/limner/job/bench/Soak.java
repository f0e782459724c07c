package io.limner.job.bench;

import com.sun.management.OperatingSystemMXBean;
import io.limner.job.config.FailureBudget;
import io.limner.job.config.RenderSettings;
import io.limner.job.execute.FaceSamplers;
import io.limner.job.execute.Progress;
import io.limner.job.execute.RenderRun;
import io.limner.job.execute.RunState;
import io.limner.job.execute.SparkStart;
import io.limner.job.write.ShardReceipt;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/** A long run in this process, Spark included, looked at in tenths: what leaks shows. */
public final class Soak {
    /** Of a run that is measured: {@value} parts. */
    public static final int PARTS = 10;

    /** Shards of a part for each slot, since slots end theirs together: with a part of five shards, two slots draw six and four in turn. */
    private static final int SHARDS_A_SLOT = 10;

    private static final double MEGA = 1e6;

    private final DatasetSpec spec;
    private final String device;
    private final Path folder;
    private final int slots;

    /**
     * A soak.
     *
     * @param spec what is drawn, of {@link #samples} samples
     * @param folder where the dataset goes
     * @param slots threads that draw at once
     */
    public Soak(DatasetSpec spec, String device, Path folder, int slots) {
        this.spec = spec;
        this.device = device;
        this.folder = folder;
        this.slots = slots;
    }

    /** How many samples are drawn so that at least {@code counting} count. */
    public static long samples(long counting, int slots) {
        long shards = (long) SHARDS_A_SLOT * slots;
        long part = (counting + PARTS * shards - 1) / (PARTS * shards) * shards;
        return part * (PARTS + 1);
    }

    /** Draws as many samples as the spec has: eleven parts, of which the first, while Java compiles, does not count; each of the others is told when it is drawn. */
    public BenchReport.Soak run(Consumer<BenchReport.Part> heard) throws IOException {
        int shards = SHARDS_A_SLOT * slots;
        int shardSize = Math.toIntExact(spec.samples() / ((PARTS + 1L) * shards));
        RenderSettings settings = new RenderSettings(
                spec,
                spec.canonical(),
                folder.resolve("soak").toString(),
                OptionalInt.of(shardSize),
                new RenderSettings.Drawing(device, FailureBudget.parse("1%"), ""));
        Readings readings = new Readings((long) shardSize * shards, heard);
        new RenderRun(settings, new Configuration(false))
                .draw(
                        () -> SparkStart.start(SparkStart.configuration(Optional.of("local[" + slots + "]"), "soak")),
                        FaceSamplers.RENDERER,
                        readings,
                        run -> {});
        return new BenchReport.Soak(readings.size * PARTS, readings.parts);
    }

    /** Reads the process whenever another part is drawn. */
    private static final class Readings implements Progress {
        private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final List<BenchReport.Part> parts = new ArrayList<>();
        private final long size;
        private final Consumer<BenchReport.Part> heard;
        private long drawn;
        private long from;
        private long cpuFrom;

        Readings(long size, Consumer<BenchReport.Part> heard) {
            this.size = size;
            this.heard = heard;
        }

        @Override
        public void drawn(ShardReceipt receipt, RunState now) {
            drawn += receipt.contents().rows();
            if (drawn % size != 0) {
                return;
            }
            long wall = System.nanoTime() - from;
            long cpu = system.getProcessCpuTime() - cpuFrom;
            // What is read is what lives, and no part pays for the last one's garbage.
            System.gc();
            if (drawn > size) {
                MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
                parts.add(new BenchReport.Part(
                        drawn - size,
                        size / (wall / 1e9),
                        cpu / 1e6 / size,
                        resident() / MEGA,
                        heap.getUsed() / MEGA,
                        heap.getCommitted() / MEGA));
                heard.accept(parts.get(parts.size() - 1));
            }
            from = System.nanoTime();
            cpuFrom = system.getProcessCpuTime();
        }

        private static long resident() {
            try {
                return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                        .findAny()
                        .orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void begins(long samples, long there) {}

        @Override
        public void drawing(RunState now) {}

        @Override
        public void waits(String what) {}

        @Override
        public void finishes() {}
    }
}
