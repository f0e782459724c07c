package io.limner.job.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.write.ShardReceipt.Contents;
import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.sample.Column;
import io.limner.schema.sample.ColumnType;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.SchemaVersion;
import io.limner.schema.spec.DatasetSpec;
import java.util.Map;
import java.util.TreeMap;

/** The keys in the footer of every shard; FORMAT.md describes them under "Footer". */
public final class Footer {
    /** The canonical spec, itself a spec. */
    public static final String SPEC = "limner.spec";
    /** SHA-256 of the canonical spec. */
    public static final String SPEC_HASH = "limner.spec_hash";
    /** {@link SchemaVersion#CURRENT} of the writer. */
    public static final String SCHEMA_VERSION = "limner.schema_version";
    /** Which shard this is and what its rows are, JSON. */
    public static final String SHARD = "limner.shard";
    /** Tells Hugging Face {@code datasets} which columns are pictures. */
    public static final String HUGGING_FACE = "huggingface";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Footer() {}

    /** What is known before the first row. */
    static Map<String, String> first(DatasetSpec spec, Plan plan, Columns columns) {
        return Map.of(
                SPEC, spec.canonical(),
                SPEC_HASH, plan.specHash(),
                SCHEMA_VERSION, Integer.toString(SchemaVersion.CURRENT),
                HUGGING_FACE, huggingFace(columns));
    }

    /** What is known after the last row. */
    static Map<String, String> last(Plan plan, Shard shard, Contents contents) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("plan_hash", plan.hash());
        tree.put("shard", shard.index());
        tree.put("first_sample_id", shard.firstSampleId());
        tree.put("rows", contents.rows());
        tree.put("failed", contents.failed());
        tree.put("digest", contents.digest());
        tree.put("drawn_by", contents.drawnBy());
        return Map.of(SHARD, CanonicalJson.write(tree));
    }

    /**
     * What a shard's footer says its rows are.
     *
     * @throws IllegalArgumentException if it is not the footer of this shard of this plan
     */
    public static Contents contents(Map<String, String> keys, Plan plan, Shard shard) {
        JsonNode tree;
        try {
            tree = JSON.readTree(keys.getOrDefault(SHARD, "{}"));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("its footer key " + SHARD + " is not JSON", broken);
        }
        if (!tree.path("plan_hash").asText().equals(plan.hash())
                || tree.path("shard").asLong(-1) != shard.index()
                || tree.path("first_sample_id").asLong(-1) != shard.firstSampleId()
                || tree.path("rows").asLong(-1) != shard.count()) {
            throw new IllegalArgumentException("its footer says that it is another shard: " + tree);
        }
        return new Contents(
                tree.path("rows").asLong(),
                tree.path("failed").asLong(),
                tree.path("digest").asText(),
                tree.path("drawn_by").asText());
    }

    /** Kept to what {@code datasets} cannot see by itself: a longer description must name every column, or it is refused. */
    private static String huggingFace(Columns columns) {
        Map<String, Object> features = new TreeMap<>();
        for (Column column : columns.all()) {
            if (column.type() == ColumnType.IMAGE) {
                features.put(column.name(), Map.of("_type", "Image"));
            }
        }
        return CanonicalJson.write(Map.of("info", Map.of("features", features)));
    }
}
