package io.limner.job.source;

import io.limner.schema.sample.Column;
import io.limner.schema.sample.ColumnType;
import io.limner.schema.sample.Columns;
import io.limner.schema.sample.Origin;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.LabelKind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be done for some columns.
 *
 * @param effort for the most laborious of them
 * @param spec the spec with only the labels that must be made
 */
record ColumnNeeds(Effort effort, DatasetSpec spec) {

    /** How much work a row is. */
    enum Effort {
        /** Its parameters are looked up. */
        DESIGN,
        /** The head is shaped, and points are projected. */
        GEOMETRY,
        /** It is drawn. */
        DRAWING
    }

    /** Columns by their names, in the order of the dataset. */
    static Columns columns(DatasetSpec spec, List<String> names) {
        return Columns.of(spec).only(new LinkedHashSet<>(names));
    }

    static ColumnNeeds of(DatasetSpec spec, Columns columns) {
        Effort effort = Effort.DESIGN;
        Set<LabelKind> labels = EnumSet.noneOf(LabelKind.class);
        for (Column column : columns.all()) {
            Effort own = effort(column.origin());
            effort = own.compareTo(effort) > 0 ? own : effort;
            if (column.origin() instanceof Origin.Label label) {
                labels.add(label.kind());
            }
        }
        // The hash of the labels is that of all of them.
        Set<LabelKind> needed = columns.has("label_hash") ? spec.output().labels() : labels;
        return new ColumnNeeds(
                effort, spec.with(new DatasetSpec.Output(spec.output().image(), needed)));
    }

    private static Effort effort(Origin origin) {
        if (origin instanceof Origin.Label label) {
            return effort(label.from());
        } else if (origin instanceof Origin.Drawing) {
            return Effort.DRAWING;
        }
        return origin instanceof Origin.Geometry ? Effort.GEOMETRY : Effort.DESIGN;
    }

    /** Whether any of the columns is a picture. */
    static boolean pictures(Columns columns) {
        return columns.all().stream().anyMatch(column -> column.type().equals(ColumnType.IMAGE));
    }
}
