package io.limner.job.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Records as the small JSON files beside the shards: indented, keys in snake_case. */
final class JsonFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            // A newer Limner may say more than this one knows.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonFile() {}

    static byte[] write(Record content) {
        try {
            return (JSON.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write as JSON: " + content, e);
        }
    }

    /** Empty text or broken JSON is an {@link IOException}. */
    static <T extends Record> T read(byte[] content, Class<T> type) throws IOException {
        T read = JSON.readValue(content, type);
        if (read == null) {
            throw new IOException("no " + type.getSimpleName() + " in it");
        }
        return read;
    }
}
