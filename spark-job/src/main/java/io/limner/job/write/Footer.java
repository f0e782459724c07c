package io.limner.job.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.job.write.ShardReceipt.Contents;
import io.limner.schema.canonical.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;

/** What the footer of a shard says beyond {@link io.limner.schema.sample.Footer}, known after its last row; FORMAT.md describes it under "Ledger". */
public final class Footer {
    /** Which shard this is and what its rows are, JSON. */
    public static final String SHARD = "limner.shard";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Footer() {}

    /** What is known after the last row. */
    static Map<String, String> last(Plan plan, Shard shard, Contents contents, Map<String, Long> failures) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("plan_hash", plan.hash());
        tree.put("shard", shard.index());
        tree.put("first_sample_id", shard.firstSampleId());
        tree.put("rows", contents.rows());
        tree.put("failed", contents.failed());
        tree.put("failures", failures);
        tree.put("digest", contents.digest());
        tree.put("drawn_by", contents.drawnBy());
        return Map.of(SHARD, CanonicalJson.write(tree), Seal.KEY, Seal.BLANK);
    }

    /** How many rows of a shard failed, by code; {@code UNKNOWN} in a file of a version that did not say. */
    static Map<String, Long> failures(Map<String, String> keys, Contents contents) {
        Map<String, Long> failures = new TreeMap<>();
        try {
            JSON.readTree(keys.get(SHARD))
                    .path("failures")
                    .properties()
                    .forEach(code -> failures.put(code.getKey(), code.getValue().asLong()));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("its footer key " + SHARD + " is not JSON", broken);
        }
        if (failures.isEmpty() && contents.failed() > 0) {
            failures.put("UNKNOWN", contents.failed());
        }
        return failures;
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
        if (!keys.containsKey(Seal.KEY)) {
            throw new IllegalArgumentException("its footer holds no hash of the file");
        }
        return new Contents(
                tree.path("rows").asLong(),
                tree.path("failed").asLong(),
                tree.path("digest").asText(),
                tree.path("drawn_by").asText());
    }
}
