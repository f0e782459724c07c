package io.limner.job.execute.child;

import io.limner.job.execute.BrokenSamplerException;
import io.limner.job.execute.Sampler;
import io.limner.job.execute.SamplerFactory;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parent's side of a child that draws. A child that ends in the midst of a sample breaks this sampler; one that has grown is replaced here. */
final class ChildSampler implements Sampler {
    /** Code of a sample at which the child dies. */
    static final String NATIVE_CRASH = "NATIVE_CRASH";
    /** Code of a sample that takes too long. */
    static final String TIME_LIMIT = "TIME_LIMIT";
    /** Code of a sample that takes too much memory. */
    static final String MEMORY_LIMIT = "MEMORY_LIMIT";

    private static final Logger LOG = LoggerFactory.getLogger(ChildSampler.class);
    /** Starting Java, reading the head, opening a device, compiling shaders; on a machine that does much else. */
    private static final Duration START = Duration.ofMinutes(3);
    /** Of a JVM that ended because its heap was full. */
    private static final int OUT_OF_MEMORY = 3;

    private final SamplerFactory factory;
    private final SceneDesign design;
    private final String device;
    private final ChildLimits limits;
    private ChildProcess child;
    private DrawnBy drawnBy;
    private long drawn;

    ChildSampler(SamplerFactory factory, SceneDesign design, String device, ChildLimits limits) {
        this.factory = factory;
        this.design = design;
        this.device = device;
        this.limits = limits;
        start();
    }

    private void start() {
        child = new ChildProcess(limits, factory.getClass().getClassLoader());
        drawn = 0;
        try {
            Wire.Ready ready = (Wire.Ready) answer(
                    new Wire.Order(written(factory), design.spec().canonical(), device), START, "the start of a child");
            drawnBy = new DrawnBy(ready.renderer(), ready.driver());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static byte[] written(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot be sent to a child: " + value, e);
        }
        return bytes.toByteArray();
    }

    @Override
    public FaceSample sample(long sampleId) {
        return sample(sampleId, new long[0]);
    }

    @Override
    public FaceSample sample(long sampleId, long... next) {
        if (child == null) {
            start();
        }
        Wire.Row row = (Wire.Row) answer(new Wire.Draw(sampleId, next), limits.time(drawn == 0), "sample " + sampleId);
        drawn++;
        long resident = child.residentBytes();
        if (resident > limits.recycleBytes() && drawn == 1) {
            LOG.warn(
                    "a child has {} MB after one sample and is replaced; starting one for each sample is slow: allow it more than {} MB",
                    resident >> 20,
                    limits.megabytes());
            close();
        } else if (drawn >= limits.samples() || resident > limits.recycleBytes()) {
            LOG.info("a child is replaced after {} samples, with {} MB", drawn, resident >> 20);
            close();
        }
        return new FaceSample(
                design.place(sampleId), design.scene(sampleId), row.provenance(), row.drawing(), row.failure());
    }

    private Record answer(Record asked, Duration time, String what) {
        Record answer;
        try (Watch watch = new Watch(child, time, limits.mostBytes())) {
            try {
                answer = child.ask(asked, watch);
            } catch (IOException | RuntimeException gone) {
                child.kill();
                throw broken(what, time, watch, gone);
            }
        }
        if (answer instanceof Wire.Broken broken) {
            throw thrown(broken);
        }
        return answer;
    }

    private RuntimeException broken(String what, Duration time, Watch watch, Exception gone) {
        LOG.debug("{} was not answered: {}", what, gone.toString());
        return switch (watch.verdict()) {
            case LATE ->
                broken(TIME_LIMIT, what + " took more than " + time.toSeconds() + " s, and its process was ended");
            case LARGE ->
                broken(
                        MEMORY_LIMIT,
                        what + " took more than " + (limits.mostBytes() >> 20) + " MB, and its process was ended");
            case UNWANTED -> {
                close();
                yield new CancellationException(what + " is wanted no longer");
            }
            case NONE ->
                child.exitCode() == OUT_OF_MEMORY
                        ? broken(MEMORY_LIMIT, what + " filled the heap of its process, " + limits.heap() + " MB")
                        : broken(NATIVE_CRASH, "the process that drew " + what + " ended by " + child.end());
        };
    }

    private BrokenSamplerException broken(String code, String failure) {
        return new BrokenSamplerException(code, failure, child.logTail());
    }

    private static RuntimeException thrown(Wire.Broken broken) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(broken.thrown()))) {
            Exception thrown = (Exception) in.readObject();
            return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
        } catch (IOException e) {
            return new UncheckedIOException("a child's exception cannot be read", e);
        } catch (ClassNotFoundException e) {
            return new IllegalStateException("a child threw what is not known here", e);
        }
    }

    @Override
    public DrawnBy drawnBy() {
        return drawnBy;
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
            child = null;
        }
    }
}
