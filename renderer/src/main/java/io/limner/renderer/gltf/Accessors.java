package io.limner.renderer.gltf;

import java.nio.ByteBuffer;

/** Numbers of a file. Every offset, count and index is checked before it is used. */
final class Accessors {
    /** Most elements of an accessor: what may be claimed without a byte of data to prove it. */
    static final int MOST = 3_000_000;

    private static final int BYTE = 5121;
    private static final int SHORT = 5123;
    private static final int INT = 5125;
    private static final int FLOAT = 5126;

    private final GltfFile file;
    private final Faults faults;

    Accessors(GltfFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Where elements lie. */
    private record Run(ByteBuffer bytes, int offset, int stride) {
        int at(int element) {
            return offset + element * stride;
        }
    }

    private Json accessor(Json index) {
        return file.root().get("accessors").get(index.whole(Integer.MAX_VALUE));
    }

    /** How many elements an accessor claims. */
    int count(Json index) {
        Json accessor = accessor(index);
        int count = accessor.get("count").whole(MOST);
        if (count == 0) {
            throw faults.fatal(accessor.path() + ".count", "must be 1 or more");
        }
        return count;
    }

    /**
     * Vectors of floats.
     *
     * @param index the number of the accessor
     * @param type {@code VEC2} or {@code VEC3}
     * @param count how many there must be
     */
    float[] vectors(Json index, String type, int count) {
        Json accessor = accessor(index);
        int size = type.equals("VEC2") ? 2 : 3;
        int kind = accessor.get("componentType").whole(Integer.MAX_VALUE);
        if (!accessor.get("type").text().equals(type)) {
            throw faults.fatal(accessor.path() + ".type", "must be " + type);
        }
        if (kind != FLOAT && !(size == 2 && (kind == BYTE || kind == SHORT))) {
            throw faults.fatal(accessor.path() + ".componentType", "is " + kind + "; floats (5126) are read here");
        }
        if (count(index) != count) {
            throw faults.fatal(index.path(), "must be as many as positions");
        }
        float[] out = new float[count * size];
        if (accessor.get("bufferView").exists()) {
            Run run = run(accessor, count, bytes(kind) * size);
            for (int i = 0; i < count; i++) {
                vector(run, i, kind, size, out, i);
            }
        }
        if (accessor.get("sparse").exists()) {
            sparse(accessor.get("sparse"), kind, size, out);
        }
        for (int i = 0; i < out.length; i++) {
            if (!Float.isFinite(out[i])) {
                throw faults.fatal(accessor.path(), "element " + i / size + " is not a finite number");
            }
        }
        return out;
    }

    private static void vector(Run run, int from, int kind, int size, float[] out, int to) {
        for (int k = 0; k < size; k++) {
            int at = run.at(from) + k * bytes(kind);
            out[to * size + k] = switch (kind) {
                case BYTE -> (run.bytes.get(at) & 255) / 255f;
                case SHORT -> (run.bytes.getShort(at) & 65535) / 65535f;
                default -> run.bytes.getFloat(at);
            };
        }
    }

    /** Elements that take the place of others. */
    private void sparse(Json sparse, int kind, int size, float[] out) {
        int base = out.length / size;
        int count = sparse.get("count").whole(MOST);
        if (count == 0 || count > base) {
            throw faults.fatal(sparse.path() + ".count", "is " + count + ", and the base has " + base + " elements");
        }
        Json where = sparse.get("indices");
        int indexKind = where.get("componentType").whole(Integer.MAX_VALUE);
        Run indices = run(where, count, indexBytes(where, indexKind));
        Run values = run(sparse.get("values"), count, bytes(kind) * size);
        int last = -1;
        for (int i = 0; i < count; i++) {
            long element = index(indices, i, indexKind);
            if (element <= last || element >= base) {
                throw faults.fatal(
                        where.path(), "number " + i + " is " + element + "; they must rise and be below " + base);
            }
            last = (int) element;
            vector(values, i, kind, size, out, last);
        }
    }

    /** Indices of vertices, 3 a triangle. */
    int[] indices(Json index, int vertices) {
        Json accessor = accessor(index);
        int count = count(index);
        int kind = accessor.get("componentType").whole(Integer.MAX_VALUE);
        if (!accessor.get("type").text().equals("SCALAR")
                || accessor.get("sparse").exists()) {
            throw faults.fatal(accessor.path(), "must be plain scalars");
        }
        Run run = run(accessor, count, indexBytes(accessor, kind));
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            long vertex = index(run, i, kind);
            if (vertex >= vertices) {
                throw faults.fatal(
                        accessor.path(),
                        "number " + i + " is vertex " + vertex + ", and there are " + vertices + " vertices");
            }
            out[i] = (int) vertex;
        }
        return out;
    }

    private static long index(Run run, int element, int kind) {
        int at = run.at(element);
        return switch (kind) {
            case BYTE -> run.bytes.get(at) & 255;
            case SHORT -> run.bytes.getShort(at) & 65535;
            default -> run.bytes.getInt(at) & 0xffffffffL;
        };
    }

    private int indexBytes(Json said, int kind) {
        if (kind != BYTE && kind != SHORT && kind != INT) {
            throw faults.fatal(said.path() + ".componentType", "is " + kind + "; indices are 5121, 5123 or 5125");
        }
        return bytes(kind);
    }

    private static int bytes(int kind) {
        return kind == BYTE ? 1 : kind == SHORT ? 2 : 4;
    }

    /** @param said has {@code bufferView} and perhaps {@code byteOffset} */
    private Run run(Json said, int count, int size) {
        Json view = file.root().get("bufferViews").get(said.get("bufferView").whole(Integer.MAX_VALUE));
        ByteBuffer bytes = file.view(view);
        int length = bytes.capacity();
        int stride = view.get("byteStride").whole(size, 65_535);
        long offset = said.get("byteOffset").whole(0, Integer.MAX_VALUE);
        if (stride < size || offset + (count - 1L) * stride + size > length) {
            throw faults.fatal(said.path(), "goes past the end of " + view.path() + ", which has " + length + " bytes");
        }
        return new Run(bytes, (int) offset, stride);
    }
}
