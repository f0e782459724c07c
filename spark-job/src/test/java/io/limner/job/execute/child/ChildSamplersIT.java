package io.limner.job.execute.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.job.execute.BrokenSamplerException;
import io.limner.job.execute.RowSource;
import io.limner.job.execute.Sampler;
import io.limner.job.execute.SamplerFactory;
import io.limner.job.execute.SamplerPool;
import io.limner.job.fixture.Farm;
import io.limner.job.fixture.FlatSamplers;
import io.limner.job.fixture.PlantedSamplers;
import io.limner.job.fixture.PlantedSamplers.Fault;
import io.limner.job.fixture.Quiet;
import io.limner.job.fixture.Specs;
import io.limner.job.fixture.StoredDataset;
import io.limner.renderer.egl.EglException;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.spark.TaskContext$;
import org.apache.spark.TaskContextImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Harm is done in real child processes. */
@Timeout(1200)
class ChildSamplersIT {
    /** No sample that is drawn takes as long, on whatever machine. */
    private static final ChildLimits SMALL = new ChildLimits(30, 1000, 256);

    @TempDir
    private Path folder;

    private static Stream<ProcessHandle> children(ProcessHandle parent) {
        return parent.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(ChildMain.class.getName()));
    }

    @AfterEach
    void noChildIsLeft() {
        SamplerPool.process().closeWaiting();
        assertThat(children(ProcessHandle.current())).isEmpty();
    }

    @Test
    void harmCostsTheSampleThatDoesItAndNoOther() throws IOException {
        Farm.draw(Specs.settings(12, 6, folder.resolve("calm")), FlatSamplers.sound());
        SamplerFactory harmed = new ChildSamplers(
                PlantedSamplers.of(
                        Map.of(1L, Fault.SEGV, 4L, Fault.FLOOD, 7L, Fault.THROW, 9L, Fault.KILL, 10L, Fault.HEAP)),
                SMALL);
        Path out = folder.resolve("harmed");
        Farm.draw(Specs.settings(12, 6, out, 6), 1, harmed, new Quiet());
        assertThat(StoredDataset.failures(out))
                .containsExactly(
                        "1 NATIVE_CRASH", "4 MEMORY_LIMIT", "7 SAMPLER_BROKE", "9 NATIVE_CRASH", "10 MEMORY_LIMIT");
        List<String> calm = new ArrayList<>(StoredDataset.rows(folder.resolve("calm")));
        List<String> rows = new ArrayList<>(StoredDataset.rows(out));
        for (int failed : new int[] {10, 9, 7, 4, 1}) {
            calm.remove(failed);
            rows.remove(failed);
        }
        assertThat(rows).isEqualTo(calm);
        FaceSample crashed = StoredDataset.samples(out).get(1);
        assertThat(crashed.scene()).isEqualTo(new SceneDesign(Specs.of(12)).scene(1));
        assertThat(StoredDataset.samples(out))
                .filteredOn(row -> row.failure() != null)
                .extracting(row -> row.failure().message())
                .as("nothing that would be another at the next try")
                .containsExactly(
                        "the process that drew sample 1 ended by SIGSEGV in libc.so.6",
                        "sample 4 took more than 384 MB, and its process was ended",
                        "java.lang.IllegalStateException: it was planted",
                        "the process that drew sample 9 ended by SIGKILL",
                        "sample 10 filled the heap of its process, 128 MB");
    }

    @Test
    void aSampleWithoutEndIsEnded() {
        ChildLimits brief = new ChildLimits(1, 1000, 256);
        SamplerPool.Kind kind = new SamplerPool.Kind(
                Specs.of(1).canonical(), "auto", new ChildSamplers(PlantedSamplers.of(Map.of(0L, Fault.LOOP)), brief));
        try (RowSource rows = new RowSource(SamplerPool.process(), kind)) {
            assertThat(rows.row(0).failure())
                    .isEqualTo(new FaceSample.Failure(
                            "TIME_LIMIT", "sample 0 took more than 3 s, and its process was ended"));
        }
    }

    @Test
    void aChildThatKillingDoesNotEndIsGivenUp() throws IOException {
        PlantedSamplers holding =
                new PlantedSamplers(FlatSamplers.sound(), new TreeMap<>(Map.of(0L, Fault.HOLD)), folder.toString());
        SamplerPool.Kind kind = new SamplerPool.Kind(
                Specs.of(1).canonical(), "auto", new ChildSamplers(holding, new ChildLimits(10, 1000, 256)));
        try (RowSource rows = new RowSource(SamplerPool.process(), kind)) {
            assertThat(rows.row(0).drawing()).as("drawn by another").isNotNull();
        } finally {
            Path holder = folder.resolve(PlantedSamplers.HOLDER);
            if (Files.exists(holder)) {
                ProcessHandle.of(Long.parseLong(Files.readString(holder))).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** A mark of Spark's, which interrupts no thread, or an interrupt. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChildEndsWithItsTask(boolean interrupted) throws InterruptedException {
        PlantedSamplers looping =
                new PlantedSamplers(FlatSamplers.sound(), new TreeMap<>(Map.of(0L, Fault.LOOP)), folder.toString());
        SceneDesign design = new SceneDesign(Specs.of(1));
        TaskContextImpl task = TaskContext$.MODULE$.empty();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        try (Sampler sampler = new ChildSamplers(looping, ChildLimits.standard(Specs.of(1))).open(design, "auto")) {
            Thread owner = new Thread(() -> {
                TaskContext$.MODULE$.setTaskContext(task);
                sampler.sample(0);
            });
            owner.setUncaughtExceptionHandler((thread, why) -> thrown.set(why));
            owner.start();
            awaitMark(0);
            if (interrupted) {
                owner.interrupt();
            } else {
                task.markInterrupted("nobody wants it");
            }
            owner.join(120_000);
            assertThat(thrown.get()).isInstanceOf(CancellationException.class);
            assertThat(children(ProcessHandle.current())).isEmpty();
            assertThat(sampler.sample(0).drawing()).as("it is sound").isNotNull();
        }
    }

    @Test
    void harmThatIsDoneOnceCostsNothing() throws IOException {
        SamplerFactory once = new ChildSamplers(
                new PlantedSamplers(
                        FlatSamplers.sound(),
                        new TreeMap<>(Map.of(0L, Fault.SEGV, 2L, Fault.KILL, 3L, Fault.CHATTER)),
                        folder.toString()),
                SMALL);
        Farm.draw(Specs.settings(4, 4, folder.resolve("calm")), FlatSamplers.sound());
        Farm.draw(Specs.settings(4, 4, folder.resolve("out")), once);
        assertThat(StoredDataset.rows(folder.resolve("out"))).isEqualTo(StoredDataset.rows(folder.resolve("calm")));
    }

    @Test
    void aChildIsReplacedAfterItsSamplesAndWhenItHasGrown() {
        SceneDesign design = new SceneDesign(Specs.of(20));
        try (Sampler counted =
                new ChildSamplers(FlatSamplers.sound(), new ChildLimits(30, 2, 256)).open(design, "auto")) {
            assertThat(pids(counted, 0, 5)).hasSize(3);
        }
        TreeMap<Long, Fault> leaks = new TreeMap<>();
        for (long i = 0; i < 8; i++) {
            leaks.put(i, Fault.LEAK);
        }
        try (Sampler leaking = new ChildSamplers(PlantedSamplers.of(leaks), SMALL).open(design, "auto")) {
            assertThat(pids(leaking, 0, 8).size()).isBetween(2, 6);
        }
    }

    /** The children that drew. */
    private static List<Long> pids(Sampler sampler, int first, int end) {
        List<Long> pids = new ArrayList<>();
        for (int i = first; i < end; i++) {
            children(ProcessHandle.current()).forEach(child -> pids.add(child.pid()));
            assertThat(sampler.sample(i).drawing()).isNotNull();
            children(ProcessHandle.current()).forEach(child -> pids.add(child.pid()));
        }
        return pids.stream().distinct().toList();
    }

    /** A machine that cannot draw is told of as if it were not a child that could not. */
    record Blind() implements SamplerFactory {
        @Override
        public Sampler open(SceneDesign design, String device) {
            throw new EglException("there is no " + device);
        }
    }

    @Test
    void whatIsThrownInAChildIsThrownHere() {
        SamplerFactory blind = new ChildSamplers(new Blind(), SMALL);
        assertThatThrownBy(() -> blind.open(new SceneDesign(Specs.of(2)), "gpu:3"))
                .isInstanceOf(EglException.class)
                .hasMessage("there is no gpu:3");
    }

    /** Dies when it is opened, as a driver does that is broken. */
    record DeadOnArrival() implements SamplerFactory {
        @Override
        public Sampler open(SceneDesign design, String device) {
            Sampler sampler = PlantedSamplers.of(Map.of(0L, Fault.SEGV)).open(design, device);
            sampler.sample(0);
            return sampler;
        }
    }

    @Test
    void aDriverThatCrashesAtTheStartIsNoFaultOfASample() {
        SamplerPool.Kind kind =
                new SamplerPool.Kind(Specs.of(2).canonical(), "auto", new ChildSamplers(new DeadOnArrival(), SMALL));
        try (RowSource rows = new RowSource(SamplerPool.process(), kind)) {
            assertThatThrownBy(() -> rows.row(0))
                    .isInstanceOf(BrokenSamplerException.class)
                    .hasMessageContaining("the start of a child ended by SIGSEGV in libc.so.6")
                    .hasMessageContaining("The end of its log:");
        }
    }

    /** A parent for {@link #aChildEndsWithItsParent}. */
    static final class Parent {
        public static void main(String[] arguments) {
            PlantedSamplers looping =
                    new PlantedSamplers(FlatSamplers.sound(), new TreeMap<>(Map.of(0L, Fault.LOOP)), arguments[0]);
            new ChildSamplers(looping, ChildLimits.standard(Specs.of(1)))
                    .open(new SceneDesign(Specs.of(1)), "auto")
                    .sample(0);
        }
    }

    @Test
    void aChildEndsWithItsParent() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.io.tmpdir=" + folder,
                Parent.class.getName(),
                folder.toString());
        Process parent = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        try {
            awaitMark(0);
            ProcessHandle child = children(parent.toHandle()).findFirst().orElseThrow();
            assertThat(foldersOfChildren()).hasSize(1);
            parent.destroyForcibly().waitFor();
            child.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(foldersOfChildren()).isEmpty();
        } finally {
            parent.destroyForcibly();
        }
    }

    private String[] foldersOfChildren() {
        return folder.toFile().list((where, name) -> name.startsWith("limner-child-"));
    }

    /** Waits until the harm of a sample is being done. */
    private void awaitMark(long sampleId) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!Files.exists(PlantedSamplers.mark(folder.toString(), sampleId))) {
            assertThat(System.nanoTime()).as("sample %d is drawn", sampleId).isLessThan(deadline);
            LockSupport.parkNanos(100_000_000L);
        }
    }
}
