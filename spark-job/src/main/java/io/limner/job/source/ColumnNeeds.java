package io.limner.job.source;

import io.limner.schema.sample.Column;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.Origin;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.LabelKind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be drawn for some columns.
 *
 * @param drawing whether anything must be
 * @param spec the spec with only the labels that must be
 */
record ColumnNeeds(boolean drawing, DatasetSpec spec) {

    /** Columns by their names, in the order of the dataset. */
    static Columns columns(DatasetSpec spec, List<String> names) {
        return Columns.of(spec).only(new LinkedHashSet<>(names));
    }

    static ColumnNeeds of(DatasetSpec spec, Columns columns) {
        boolean drawing = false;
        Set<LabelKind> labels = EnumSet.noneOf(LabelKind.class);
        for (Column column : columns.all()) {
            if (column.origin() instanceof Origin.Label label) {
                labels.add(label.kind());
                drawing = true;
            } else if (column.origin() instanceof Origin.Drawing) {
                drawing = true;
            }
        }
        // The hash of the labels is that of all of them.
        Set<LabelKind> needed = columns.has("label_hash") ? spec.output().labels() : labels;
        return new ColumnNeeds(
                drawing, spec.with(new DatasetSpec.Output(spec.output().image(), needed)));
    }
}
