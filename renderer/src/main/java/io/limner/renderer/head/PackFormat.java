package io.limner.renderer.head;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The head pack's file: gzip around big-endian arrays, each preceded by its length. */
public final class PackFormat {
    /** Changes whenever the content or the layout of the file does. */
    public static final int VERSION = 3;

    private static final int MAGIC = 0x4C4D4850;

    private PackFormat() {}

    /** The file's bytes; equal data gives equal bytes. */
    public static byte[] write(PackData data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            PackData.Surface surface = data.surface();
            writeDoubles(out, surface.positions());
            out.writeInt(surface.vertexCount());
            writeInts(out, surface.quads());
            writeFloats(out, surface.uv());
            writeBytes(out, surface.classes());
            writeFloats(out, surface.bend());
            out.writeInt(data.targets().size());
            for (MorphTarget target : data.targets().values()) {
                out.writeUTF(target.name());
                writeInts(out, target.vertices());
                writeShorts(out, target.deltas());
            }
            PackData.Helpers helpers = data.helpers();
            writeEye(out, helpers.leftEye());
            writeEye(out, helpers.rightEye());
            writeInts(out, helpers.neck());
            writeInts(out, helpers.skull());
            writeInts(out, helpers.lips());
            writeTeeth(out, data.mouth().upper());
            writeTeeth(out, data.mouth().lower());
            writeInts(out, data.mouth().tongue().vertices());
            writeInts(out, data.mouth().tongue().quads());
            PackData.Baked baked = data.baked();
            writeFloats(out, baked.occlusion());
            writeInts(out, baked.landmarkTriangles());
            writeFloats(out, baked.landmarkWeights());
            out.writeInt(baked.skin().width());
            out.writeInt(baked.skin().height());
            writeBytes(out, baked.skin().rgb());
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a file that {@link #write} made.
     *
     * @throws IOException if it is damaged or of another version
     */
    public static PackData read(InputStream stream) throws IOException {
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
        int magic = in.readInt();
        int version = in.readInt();
        if (magic != MAGIC || version != VERSION) {
            throw new IOException("not a head pack of version " + VERSION + " (magic " + Integer.toHexString(magic)
                    + ", version " + version + "); build the renderer again");
        }
        PackData.Surface surface = new PackData.Surface(
                readDoubles(in), in.readInt(), readInts(in), readFloats(in), readBytes(in), readFloats(in));
        Map<String, MorphTarget> targets = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            targets.put(name, new MorphTarget(name, readInts(in), readShorts(in)));
        }
        PackData.Helpers helpers =
                new PackData.Helpers(readEye(in), readEye(in), readInts(in), readInts(in), readInts(in));
        PackData.Mouth mouth =
                new PackData.Mouth(readTeeth(in), readTeeth(in), new PackData.Tongue(readInts(in), readInts(in)));
        PackData.Baked baked = new PackData.Baked(
                readFloats(in), readInts(in), readFloats(in), new SkinMap(in.readInt(), in.readInt(), readBytes(in)));
        return new PackData(surface, targets, helpers, mouth, baked);
    }

    private static void writeEye(DataOutputStream out, PackData.Eye eye) throws IOException {
        writeInts(out, eye.ball());
        writeInts(out, eye.upperLid());
        writeInts(out, eye.lowerLid());
    }

    private static PackData.Eye readEye(DataInputStream in) throws IOException {
        return new PackData.Eye(readInts(in), readInts(in), readInts(in));
    }

    private static void writeTeeth(DataOutputStream out, PackData.Teeth teeth) throws IOException {
        writeInts(out, teeth.reference());
        out.writeDouble(teeth.width());
        writeFloats(out, teeth.fit());
        writeInts(out, teeth.quads());
        writeBytes(out, teeth.classes());
    }

    private static PackData.Teeth readTeeth(DataInputStream in) throws IOException {
        return new PackData.Teeth(readInts(in), in.readDouble(), readFloats(in), readInts(in), readBytes(in));
    }

    private static void writeBytes(DataOutputStream out, byte[] values) throws IOException {
        out.writeInt(values.length);
        out.write(values);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return readBlock(in, 1).array();
    }

    private static ByteBuffer readBlock(DataInputStream in, int size) throws IOException {
        byte[] bytes = new byte[Math.multiplyExact(in.readInt(), size)];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    /** Differences, since neighbouring indices are close. */
    private static void writeInts(DataOutputStream out, int[] values) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(4 * values.length);
        int last = 0;
        for (int value : values) {
            block.putInt(value - last);
            last = value;
        }
        out.writeInt(values.length);
        out.write(block.array());
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        ByteBuffer block = readBlock(in, 4);
        int[] values = new int[block.capacity() / 4];
        int last = 0;
        for (int i = 0; i < values.length; i++) {
            last += block.getInt();
            values[i] = last;
        }
        return values;
    }

    private static void writeShorts(DataOutputStream out, short[] values) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(2 * values.length);
        block.asShortBuffer().put(values);
        out.writeInt(values.length);
        out.write(block.array());
    }

    private static short[] readShorts(DataInputStream in) throws IOException {
        ByteBuffer block = readBlock(in, 2);
        short[] values = new short[block.capacity() / 2];
        block.asShortBuffer().get(values);
        return values;
    }

    private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(4 * values.length);
        block.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(block.array());
    }

    private static float[] readFloats(DataInputStream in) throws IOException {
        ByteBuffer block = readBlock(in, 4);
        float[] values = new float[block.capacity() / 4];
        block.asFloatBuffer().get(values);
        return values;
    }

    private static void writeDoubles(DataOutputStream out, double[] values) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(8 * values.length);
        block.asDoubleBuffer().put(values);
        out.writeInt(values.length);
        out.write(block.array());
    }

    private static double[] readDoubles(DataInputStream in) throws IOException {
        ByteBuffer block = readBlock(in, 8);
        double[] values = new double[block.capacity() / 8];
        block.asDoubleBuffer().get(values);
        return values;
    }
}
