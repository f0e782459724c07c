package io.limner.job.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.fixture.Specs;
import io.limner.job.plan.Plan;
import io.limner.job.plan.Shard;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.Origin;
import io.limner.schema.spec.DatasetSpec;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class DatasetCardTest {
    private final DatasetSpec spec = Specs.of(4);

    private String card() throws IOException {
        Shard shard = new Shard(0, 0, 4);
        ShardReceipt receipt = new ShardReceipt(
                shard,
                new ShardReceipt.Contents(4, 1, "ab".repeat(32), "flat, none"),
                new ShardReceipt.Published("part", 1234, "cd".repeat(32)),
                new ShardReceipt.Work(1, 0),
                Map.of("TIME_LIMIT", 1L));
        try (ShardLedger receipts = new ShardLedger(Plan.of(spec, 4))) {
            receipts.add(receipt);
            return DatasetCard.text(spec, Manifest.of(spec, Plan.of(spec, 4), "1.2.3", receipts));
        }
    }

    @Test
    void theFrontMatterIsYamlThatSaysWhereTheRowsAre() throws IOException {
        String[] parts = card().split("---\n", 3);
        Map<String, Object> front = new Yaml().load(parts[1]);
        assertThat(front).containsKeys("license", "tags", "task_categories", "size_categories", "configs");
        assertThat(front.get("configs").toString()).contains("data/*.parquet").contains("train");
        assertThat(front.get("size_categories").toString()).isEqualTo("[n<1K]");
    }

    @Test
    void everyColumnIsThereWithItsMeaning() throws IOException {
        String card = card();
        Columns.of(spec).all().stream()
                .filter(column -> !(column.origin() instanceof Origin.Attribute))
                .forEach(column -> assertThat(card).contains("| `" + column.name() + "` | "));
    }

    @Test
    void itSaysWhatItIsNot() throws IOException {
        assertThat(card())
                .contains("of which 1 could not be drawn")
                .contains("not population statistics")
                .contains("drawn by Limner 1.2.3")
                .contains("flat, none");
    }
}
