package io.limner.job.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limner.job.config.BadInputException;
import io.limner.job.plan.Plan;
import io.limner.schema.canonical.CanonicalJson;
import io.limner.schema.canonical.Sha256;
import io.limner.schema.sample.SchemaVersion;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a place is for: written before the first shard, so that a second run knows whether it may go on.
 *
 * @param planHash {@link Plan#hash()}
 * @param specHash {@link DatasetSpec#hash()}
 * @param schemaVersion of the rows
 * @param shardSize samples a shard
 * @param spec the canonical spec
 */
public record RecordedPlan(String planHash, String specHash, int schemaVersion, int shardSize, JsonNode spec) {
    /** Its file. */
    public static final String FILE = "_limner/plan.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The record of a plan. */
    public static RecordedPlan of(DatasetSpec spec, Plan plan) {
        return new RecordedPlan(
                plan.hash(), plan.specHash(), SchemaVersion.CURRENT, plan.shardSize(), tree(spec.canonical()));
    }

    /**
     * What a place says it is for; empty if it says nothing.
     *
     * @throws BadInputException if what it says cannot be read
     */
    public static Optional<RecordedPlan> at(Destination destination) throws IOException {
        Optional<byte[]> content = destination.read(FILE);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            RecordedPlan plan = JsonFile.read(content.get(), RecordedPlan.class);
            if (plan.spec() == null || plan.specHash() == null || plan.shardSize() < 1) {
                throw new IOException("keys are missing");
            }
            return Optional.of(plan);
        } catch (IOException e) {
            throw new BadInputException(
                    destination.describe() + "/" + FILE + " cannot be read ("
                            + e.getMessage().lines().findFirst().orElse("")
                            + "): it is damaged, or not Limner's; name another place with --out",
                    e);
        }
    }

    /** The names of the parameters that its spec knows: those of the version that wrote it. */
    public Set<String> parameters() {
        Set<String> names = new TreeSet<>();
        spec.path("parameters").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether its spec is the one whose hash it gives. */
    boolean sound() {
        return Sha256.hex(CanonicalJson.write(JSON.convertValue(spec, Object.class)))
                .equals(specHash);
    }

    /** Where {@code asked} differs, a line a key; empty if it is the same plan. */
    public List<String> differencesTo(RecordedPlan asked) {
        return PlanDifference.between(this, asked);
    }

    /** Writes it. */
    public void publish(Destination destination) throws IOException {
        destination.publish(FILE, JsonFile.write(this));
    }

    private static JsonNode tree(String canonical) {
        try {
            return JSON.readTree(canonical);
        } catch (IOException e) {
            throw new IllegalStateException("A canonical spec is not JSON", e);
        }
    }
}
