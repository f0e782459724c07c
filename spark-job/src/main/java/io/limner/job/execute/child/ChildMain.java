package io.limner.job.execute.child;

import io.limner.job.execute.Sampler;
import io.limner.job.execute.SamplerFactory;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.FaceSample;
import io.limner.schema.spec.SpecReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The child: opens a sampler and draws what it is told to, until the parent is gone. */
public final class ChildMain {
    private final Wire wire;
    private final BlockingQueue<Record> heard = new LinkedBlockingQueue<>();

    private ChildMain(Wire wire) {
        this.wire = wire;
    }

    /**
     * Started by {@link ChildProcess} alone.
     *
     * @param arguments the folder of this process
     */
    public static void main(String[] arguments) throws Exception {
        Wire wire = new Wire(new FileInputStream(FileDescriptor.in), new FileOutputStream("/proc/self/fd/3"));
        ChildMain child = new ChildMain(wire);
        Path folder = Path.of(arguments[0]);
        Thread listener = new Thread(() -> child.listen(folder), "limner-parent");
        listener.setDaemon(true);
        listener.start();
        child.work();
    }

    /** A parent that ends, however, closes the pipe: then this process ends, its folder first, whatever its other threads are caught in. */
    private void listen(Path folder) {
        try {
            while (true) {
                heard.add(wire.receive());
            }
        } catch (IOException | RuntimeException gone) {
            ChildProcess.delete(folder);
            Runtime.getRuntime().halt(0);
        }
    }

    private void work() throws IOException, InterruptedException {
        try (Sampler sampler = open((Wire.Order) heard.take())) {
            wire.send(new Wire.Ready(
                    sampler.drawnBy().renderer(), sampler.drawnBy().driver()));
            while (true) {
                wire.send(draw(sampler, (Wire.Draw) heard.take()));
            }
        } catch (RuntimeException | ReflectiveOperationException unopened) {
            wire.send(broken(unopened));
        }
    }

    private static Sampler open(Wire.Order order) throws IOException, ReflectiveOperationException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(order.factory()))) {
            SamplerFactory factory = (SamplerFactory) in.readObject();
            return factory.open(
                    new SceneDesign(SpecReader.parse(order.spec(), "the spec of this run")), order.device());
        }
    }

    private static Record draw(Sampler sampler, Wire.Draw asked) throws IOException {
        try {
            FaceSample row = sampler.sample(asked.sampleId(), asked.next());
            return new Wire.Row(row.provenance(), row.drawing(), row.failure());
        } catch (RuntimeException e) {
            return broken(e);
        }
    }

    private static Wire.Broken broken(Exception thrown) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        } catch (NotSerializableException held) {
            return broken(new IllegalStateException(thrown.toString()));
        }
        return new Wire.Broken(bytes.toByteArray());
    }
}
