package io.limner.job.write;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import io.limner.job.write.Manifest.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A manifest as JSON, a shard at a time: one of ten million shards is some gigabytes long. */
final class ManifestFile {
    private ManifestFile() {}

    static void write(Manifest manifest, ShardLedger receipts, OutputStream out) throws IOException {
        JsonGenerator json = JsonFile.generator(out);
        json.writeStartObject();
        json.writePOJOField("identity", manifest.identity());
        json.writePOJOField("totals", manifest.totals());
        json.writePOJOField("drawn_by", manifest.drawnBy());
        json.writeArrayFieldStart("shards");
        receipts.tell(json::writePOJO);
        json.writeEndArray();
        json.writePOJOField("run", manifest.run());
        json.writeEndObject();
        json.flush();
        out.write("\n".getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a manifest.
     *
     * @param listener hears of every shard, also of a manifest that then turns out to be damaged
     * @return empty if it is damaged
     * @throws IOException if the store does not answer
     */
    static Optional<Manifest> read(InputStream in, Manifest.Listener listener) throws IOException {
        try (JsonParser json = JsonFile.parser(in)) {
            return read(json, listener);
        } catch (JacksonException damaged) {
            // Inside a list, Jackson wraps what the store throws.
            if (damaged.getCause() instanceof IOException store && !(store instanceof JacksonException)) {
                throw store;
            }
            return Optional.empty();
        }
    }

    private static Optional<Manifest> read(JsonParser json, Manifest.Listener listener) throws IOException {
        Manifest.Identity identity = null;
        Manifest.Totals totals = null;
        List<String> drawnBy = null;
        Manifest.Run run = null;
        boolean shards = false;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "identity" -> identity = json.readValueAs(Manifest.Identity.class);
                case "totals" -> totals = json.readValueAs(Manifest.Totals.class);
                case "drawn_by" -> drawnBy = json.readValueAs(new TypeReference<List<String>>() {});
                case "shards" -> shards = readShards(json, listener);
                case "run" -> run = json.readValueAs(Manifest.Run.class);
                default -> json.skipChildren(); // A newer Limner may say more than this one knows.
            }
        }
        return shards && totals != null && drawnBy != null && isWhole(identity)
                ? Optional.of(new Manifest(identity, totals, drawnBy, run))
                : Optional.empty();
    }

    /** Whether they are all as they should be. */
    private static boolean readShards(JsonParser json, Manifest.Listener listener) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return false;
        }
        boolean whole = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Entry entry = json.readValueAs(Entry.class);
            if (entry == null || entry.file() == null || entry.digest() == null) {
                whole = false;
            } else {
                listener.shard(entry);
            }
        }
        return whole;
    }

    private static boolean isWhole(Manifest.Identity identity) {
        return identity != null
                && identity.name() != null
                && identity.specHash() != null
                && identity.planHash() != null;
    }
}
