package io.limner.renderer.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The container: GLB, or JSON whose buffers are in the text. Source: the glTF 2.0 specification, ISO/IEC 12113. */
final class GltfFile {
    private static final int MAGIC = 0x46546c67;
    private static final int JSON_CHUNK = 0x4e4f534a;
    private static final int BINARY_CHUNK = 0x004e4942;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Json root;
    private final List<ByteBuffer> buffers = new ArrayList<>();
    private final Faults faults;
    private ByteBuffer binary;

    GltfFile(byte[] bytes, Faults faults) {
        this.faults = faults;
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean packed = bytes.length >= 4 && in.getInt(0) == MAGIC;
        root = new Json(parsed(packed ? chunks(in) : bytes), "", faults);
        String version = root.get("asset").get("version").text();
        if (!version.startsWith("2.")) {
            throw faults.fatal("asset.version", "is " + version + "; only glTF 2 is read");
        }
        for (Json extension : root.get("extensionsRequired").items()) {
            // Of looks only base colours are taken from the file: what others need does not matter.
            if (!extension.text().startsWith("KHR_materials_")) {
                faults.add(
                        extension.path(),
                        extension.text() + " is required, and Limner does not know it; export without it");
            }
        }
        faults.throwIfAny();
        for (Json buffer : root.get("buffers").items()) {
            buffers.add(buffer(buffer));
        }
    }

    Json root() {
        return root;
    }

    private ByteBuffer buffer(int index, Json asked) {
        if (index >= buffers.size()) {
            throw faults.fatal(asked.path(), "is " + index + ", and there are " + buffers.size() + " buffers");
        }
        return buffers.get(index);
    }

    /** The bytes of a part of a buffer. */
    ByteBuffer view(Json view) {
        Json named = view.get("buffer");
        ByteBuffer buffer = buffer(named.whole(Integer.MAX_VALUE), named);
        long from = view.get("byteOffset").whole(0, Integer.MAX_VALUE);
        long length = view.get("byteLength").whole(Integer.MAX_VALUE);
        if (from + length > buffer.capacity()) {
            throw faults.fatal(view.path(), "ends at byte " + (from + length) + " of a buffer of " + buffer.capacity());
        }
        return buffer.slice((int) from, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * What is written in the text itself.
     *
     * @param remedy what else can be done if it is not
     */
    ByteBuffer data(Json uri, String remedy) {
        int comma = uri.text().indexOf(";base64,");
        if (!uri.text().startsWith("data:") || comma < 0) {
            throw faults.fatal(
                    uri.path(), "is another file, and only what is inside this one is read; export as .glb" + remedy);
        }
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(uri.text().substring(comma + 8)))
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IllegalArgumentException broken) {
            throw faults.fatal(uri.path(), "is not base64");
        }
    }

    /** Notes the binary chunk and returns the text. */
    private byte[] chunks(ByteBuffer in) {
        if (in.capacity() < 20) {
            throw faults.fatal("header", "is cut short: a GLB file has 20 bytes at least");
        }
        if (in.getInt(4) != 2) {
            throw faults.fatal("header", "is of version " + in.getInt(4) + "; only glTF 2 is read");
        }
        if (in.getInt(8) != in.capacity()) {
            throw faults.fatal(
                    "header",
                    "says " + Integer.toUnsignedString(in.getInt(8)) + " bytes, and the file has " + in.capacity());
        }
        byte[] text = null;
        int at = 12;
        while (at < in.capacity()) {
            int length = in.capacity() - at < 8 ? -1 : in.getInt(at);
            if (length < 0 || length > in.capacity() - at - 8) {
                throw faults.fatal("chunk at byte " + at, "goes past the end of the file");
            }
            int kind = in.getInt(at + 4);
            if (text == null && kind != JSON_CHUNK) {
                throw faults.fatal("chunk at byte " + at, "must be the JSON");
            }
            if (text == null) {
                text = new byte[length];
                in.get(at + 8, text);
            } else if (kind == BINARY_CHUNK && binary == null) {
                binary = in.slice(at + 8, length).order(ByteOrder.LITTLE_ENDIAN);
            }
            at += 8 + length;
        }
        return text;
    }

    private JsonNode parsed(byte[] text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException broken) {
            throw faults.fatal(
                    "JSON",
                    "cannot be read: " + broken.getMessage().lines().findFirst().orElse(""));
        }
        throw faults.fatal("JSON", "must be an object: this is no glTF file");
    }

    private ByteBuffer buffer(Json buffer) {
        int length = buffer.get("byteLength").whole(Integer.MAX_VALUE);
        Json uri = buffer.get("uri");
        ByteBuffer bytes = binary;
        if (uri.exists()) {
            bytes = data(uri, "");
        } else if (bytes == null || !buffers.isEmpty()) {
            throw faults.fatal(
                    buffer.path(), "has no data: only the first buffer can be the binary chunk, and there must be one");
        }
        if (bytes.capacity() < length) {
            throw faults.fatal(buffer.path(), "says " + length + " bytes, and has " + bytes.capacity());
        }
        return bytes;
    }
}
