package io.limner.job.execute.child;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.limner.job.execute.RecordSerializer;
import io.limner.schema.sample.FaceSample.Drawing;
import io.limner.schema.sample.FaceSample.Failure;
import io.limner.schema.sample.FaceSample.Provenance;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;

/**
 * What passes between a parent and its child, over pipes: messages, each its length in bytes and a record as Kryo writes it. The parent says {@link Order} once and is answered {@link Ready}; then it says {@link Draw} and is answered {@link Row}; {@link
 * Broken} is an answer to either. A side may send on one thread and receive on another.
 */
final class Wire {
    private static final int LARGEST = 1 << 30;
    private static final int BUFFER = 1 << 20;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Kryo reading = kryo();
    private final Kryo writing = kryo();
    private final Output message = new Output(BUFFER, LARGEST);

    /**
     * What the child is to draw.
     *
     * @param factory the {@link io.limner.job.execute.SamplerFactory}, as Java writes it
     * @param spec the canonical spec
     * @param device as {@code --device}
     */
    record Order(byte[] factory, String spec, String device) {}

    /** The child has a sampler. */
    record Ready(String renderer, String driver) {}

    /**
     * A sample to be drawn.
     *
     * @param next those that will be after it, which the child may begin
     */
    record Draw(long sampleId, long[] next) {}

    /** A sample as it was drawn: all of the row that does not follow from the spec. */
    record Row(Provenance provenance, Drawing drawing, Failure failure) {}

    /**
     * The sampler threw.
     *
     * @param thrown the exception, as Java writes it
     */
    record Broken(byte[] thrown) {}

    Wire(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    private static Kryo kryo() {
        Kryo kryo = new Kryo();
        kryo.setReferences(false);
        kryo.setRegistrationRequired(true);
        for (Class<?> message : new Class<?>[] {Order.class, Ready.class, Draw.class, Row.class, Broken.class}) {
            register(kryo, message);
        }
        return kryo;
    }

    /** A type and all that its components are made of, in the order of their declaration: both sides run the same classes. */
    private static <R extends Record> void register(Kryo kryo, Class<?> type) {
        if (kryo.getClassResolver().getRegistration(type) != null) {
            return;
        }
        if (!type.isRecord()) {
            kryo.register(type);
            return;
        }
        @SuppressWarnings("unchecked") // It was asked.
        Class<R> record = (Class<R>) type;
        kryo.register(record, new RecordSerializer<>(record));
        for (RecordComponent component : type.getRecordComponents()) {
            register(kryo, component.getType());
        }
    }

    void send(Record said) throws IOException {
        message.clear();
        writing.writeClassAndObject(message, said);
        out.writeInt(message.position());
        out.write(message.getBuffer(), 0, message.position());
        out.flush();
    }

    /**
     * The next message.
     *
     * @throws EOFException if the other side is gone
     */
    Record receive() throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a message broke off");
        }
        return (Record) reading.readClassAndObject(new Input(bytes));
    }
}
