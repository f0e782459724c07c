package io.limner.job.write;

import io.limner.schema.sample.Column;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.Origin;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.LabelKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** The README.md of a dataset, with the front matter that Hugging Face reads. */
public final class DatasetCard {
    /** Its file. */
    public static final String FILE = "README.md";

    private DatasetCard() {}

    /** Writes it. */
    public static void publish(Destination destination, DatasetSpec spec, Manifest manifest) throws IOException {
        destination.publish(FILE, text(spec, manifest).getBytes(StandardCharsets.UTF_8));
    }

    static String text(DatasetSpec spec, Manifest manifest) {
        return frontMatter(spec, manifest) + body(spec, manifest) + columns(spec) + limitations();
    }

    private static String frontMatter(DatasetSpec spec, Manifest manifest) {
        return String.format(
                Locale.ROOT,
                """
                ---
                license: other
                license_name: chosen-by-the-owner
                pretty_name: %s
                tags:
                  - synthetic
                  - faces
                  - facial-landmarks
                task_categories:
                %s
                size_categories:
                  - %s
                configs:
                  - config_name: default
                    data_files:
                      - split: train
                        path: %s/*.parquet
                ---

                """,
                spec.name(),
                tasks(spec),
                sizeCategory(manifest.totals().samples()),
                Destination.DATA);
    }

    private static String tasks(DatasetSpec spec) {
        String tasks = "  - keypoint-detection\n  - object-detection";
        if (spec.output().labels().contains(LabelKind.SEGMENTATION)) {
            tasks += "\n  - image-segmentation";
        }
        return spec.output().labels().contains(LabelKind.DEPTH) ? tasks + "\n  - depth-estimation" : tasks;
    }

    private static String sizeCategory(long samples) {
        String[] names = {
            "n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M", "100M<n<1B", "1B<n<10B"
        };
        long bound = 1000;
        for (String name : names) {
            if (samples < bound) {
                return name;
            }
            bound *= 10;
        }
        return "n>1T";
    }

    private static String body(DatasetSpec spec, Manifest manifest) {
        Manifest.Totals totals = manifest.totals();
        return String.format(
                Locale.ROOT,
                """
                # %s

                %,d synthetic faces with labels, drawn by Limner %s from [its spec](_limner/spec.yaml). No photograph of a person went into it.

                | | |
                |---|---|
                | samples | %,d, of which %,d could not be drawn (`status` is `FAILED`) |
                | files | %,d Parquet shards, %,d bytes, in `%s` |
                | image | %d x %d, %s |
                | label groups | %s |
                | seed | %d |
                | spec hash | `%s` |
                | format | version %d |
                | drawn by | %s |

                A row follows from the spec and its sample id alone: the same spec draws the same rows again. `_limner/manifest.json` lists
                the shards; a dataset without it is not complete.

                """,
                spec.name(),
                totals.samples(),
                manifest.identity().limner(),
                totals.samples(),
                totals.failed(),
                totals.shards(),
                totals.bytes(),
                Destination.DATA,
                spec.output().image().width(),
                spec.output().image().height(),
                spec.output().image().format(),
                labels(spec),
                spec.seed(),
                manifest.identity().specHash(),
                manifest.identity().schemaVersion(),
                String.join("; ", manifest.drawnBy()));
    }

    private static String labels(DatasetSpec spec) {
        String asked = spec.output().labels().stream()
                .map(label -> label.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return (asked.isEmpty() ? "" : asked + ", ") + "boxes, camera, head pose, eyes";
    }

    private static String columns(DatasetSpec spec) {
        StringBuilder text = new StringBuilder("## Columns\n\n| column | type | meaning |\n|---|---|---|\n");
        int attributes = 0;
        for (Column column : Columns.of(spec).all()) {
            if (column.origin() instanceof Origin.Attribute) {
                attributes++;
                continue;
            }
            text.append("| `")
                    .append(column.name())
                    .append("` | ")
                    .append(column.type().text())
                    .append(" | ")
                    .append(column.meaning().replace("|", "\\|"))
                    .append(" |\n");
        }
        return text.append("\nBesides, ")
                .append(attributes)
                .append(
                        " columns hold one parameter of the scene each, named after it: `subject_age`, `head_yaw`, ...\n\n")
                .toString();
    }

    private static String limitations() {
        return """
                ## Limitations

                - The faces are rasterised, not photographed: their value is in exact labels, control and variety.
                - Age, sex and ancestry are archetypes of the artists who made the head's shapes, not population statistics. Do not
                  read demographics out of this dataset, and do not train a classifier of any of them on it.
                - The values of each parameter follow the spec's distributions, not their frequency in the world.

                ## Licence

                Whoever had this dataset drawn decides. What it was drawn from binds nobody: the column `assets` names it.
                """;
    }
}
