package io.limner.job.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a bench found.
 *
 * @param limner the build
 * @param date when, ISO 8601, UTC
 * @param machine where
 * @param cases what was measured
 * @param soak a long run; null if none was asked
 */
public record BenchReport(String limner, String date, Machine machine, List<Case> cases, Soak soak) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * A machine.
     *
     * @param processor its name
     * @param processors how many the JVM may use
     * @param memoryBytes of the machine
     * @param system name and version of the operating system
     * @param java version of the JVM
     */
    public record Machine(String processor, int processors, long memoryBytes, String system, String java) {

        /** This one. */
        public static Machine here() {
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return new Machine(
                    processorName(),
                    Runtime.getRuntime().availableProcessors(),
                    system.getTotalMemorySize(),
                    System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                            + System.getProperty("os.arch"),
                    Runtime.version().toString());
        }

        private static String processorName() {
            try {
                return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown");
            } catch (IOException e) {
                return "unknown";
            }
        }
    }

    /**
     * One size and set of labels.
     *
     * @param width pixels
     * @param height pixels
     * @param format of the image files
     * @param labels groups of labels
     * @param stages of one slot
     * @param overlap of one slot, drawing one sample after the other and overlapping
     * @param runs of several
     * @param peer what another renderer did in turn with one slot; null if none was asked
     */
    public record Case(
            int width,
            int height,
            String format,
            List<String> labels,
            Stages stages,
            Overlapped overlap,
            List<Run> runs,
            Peer peer) {}

    /**
     * Where the time of one slot goes.
     *
     * @param renderer what drew
     * @param driver its version
     * @param stages in the order of the work; the sum is more than a run takes, which waits for the device only at the end of a sample
     */
    public record Stages(String renderer, String driver, List<Stage> stages) {}

    /**
     * What a stage takes.
     *
     * @param name the stage
     * @param cpuMillis of a processor, a sample; little where a GPU works
     * @param wallMillis by the clock, a sample
     */
    public record Stage(String name, double cpuMillis, double wallMillis) {}

    /**
     * One slot end to end, to Parquet, without and with overlapping samples.
     *
     * @param serialImagesPerSecond one sample after the other
     * @param imagesPerSecond while one is drawn, the face of the next is made and the last is encoded and written
     * @param ratio of an overlapping sample's wall time to that of the slowest stage alone; 1 at best
     * @param alone what the stages of a sample take one after the other
     */
    public record Overlapped(double serialImagesPerSecond, double imagesPerSecond, double ratio, List<Alone> alone) {
        static Overlapped of(double serial, double overlapped, List<Alone> alone) {
            double slowest = alone.stream().mapToDouble(Alone::wallMillis).max().orElseThrow();
            return new Overlapped(serial, overlapped, 1000 / overlapped / slowest, alone);
        }
    }

    /**
     * What one thread does of a sample.
     *
     * @param name of the stage
     * @param wallMillis by the clock, a sample
     */
    public record Alone(String name, double wallMillis) {}

    /**
     * End to end, to Parquet.
     *
     * @param slots that drew at once
     * @param imagesPerSecond of all slots
     * @param cpuMillis of the process, a sample: the collector's and the compiler's share is in it
     * @param bytesPerRow of the shard files
     */
    public record Run(int slots, double imagesPerSecond, double cpuMillis, long bytesPerRow) {}

    /**
     * Another renderer with the same mesh, camera, size and passes, in turn with one slot.
     *
     * @param name and version
     * @param engines what it drew with
     */
    public record Peer(String name, List<Engine> engines) {}

    /**
     * A way to draw.
     *
     * @param name of it
     * @param secondsPerImage by the clock: the median of its pictures; null if it drew none
     * @param ratio of that to one slot's time for the same picture with its labels and files: the median; null if it drew none
     * @param fault why it drew none, or null
     */
    public record Engine(String name, Double secondsPerImage, Double ratio, String fault) {}

    /**
     * A long run.
     *
     * @param samples that count
     * @param parts equal ones, in order
     */
    public record Soak(long samples, List<Part> parts) {}

    /**
     * A tenth of a long run. Memory is that of its end, after a collection of garbage.
     *
     * @param until how many of the samples were drawn
     * @param imagesPerSecond by the clock, which other work on the machine slows down
     * @param cpuMillis of the process, a sample
     * @param residentMegabytes of the process
     * @param heapMegabytes of the Java objects that live
     * @param committedMegabytes of the Java heap; what is resident beyond it is native
     */
    public record Part(
            long until,
            double imagesPerSecond,
            double cpuMillis,
            double residentMegabytes,
            double heapMegabytes,
            double committedMegabytes) {}

    /** As JSON. */
    public void write(Path file) throws IOException {
        try {
            Files.writeString(file, JSON.writeValueAsString(this) + "\n", StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write as JSON: " + this, e);
        }
    }
}
