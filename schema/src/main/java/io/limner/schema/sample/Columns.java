package io.limner.schema.sample;

import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.LabelKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a dataset, in order: the one list that every writer, reader and table of a row is made from. FORMAT.md is
 * tested against it.
 */
public final class Columns {
    private final Map<String, Column> byName;

    private Columns(List<Column> columns) {
        Map<String, Column> named = new LinkedHashMap<>();
        for (Column column : columns) {
            if (named.put(column.name(), column) != null) {
                throw new IllegalStateException("Two columns are named " + column.name());
            }
        }
        byName = Collections.unmodifiableMap(named);
    }

    /** The columns of the dataset that {@code spec} describes. */
    public static Columns of(DatasetSpec spec) {
        return of(spec.output().labels());
    }

    /** The columns of a dataset with these groups of labels; a group that is not asked for has no columns. */
    public static Columns of(Set<LabelKind> labels) {
        List<Column> all = new ArrayList<>(RowColumns.identity());
        all.addAll(RowColumns.picture());
        all.addAll(LabelColumns.all());
        all.addAll(AttributeColumns.all());
        all.addAll(RowColumns.provenance());
        all.removeIf(column -> column.origin() instanceof Origin.Label label && !labels.contains(label.kind()));
        return new Columns(all);
    }

    /** Every column that a dataset can have. */
    public static Columns every() {
        return of(EnumSet.allOf(LabelKind.class));
    }

    /** Whether older files of this version may lack a column of that name, because it came later. */
    public static boolean cameLater(String name) {
        return LabelColumns.LATER.contains(name);
    }

    /** All columns, in order. */
    public List<Column> all() {
        return List.copyOf(byName.values());
    }

    /** All names, in order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * The column of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Column named(String name) {
        Column column = byName.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "There is no column '" + name + "'; there are " + String.join(", ", names()));
        }
        return column;
    }

    /** Whether there is a column of this name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Only these columns, in the order of the dataset. */
    public Columns only(Set<String> names) {
        names.forEach(this::named);
        return new Columns(
                all().stream().filter(column -> names.contains(column.name())).toList());
    }
}
