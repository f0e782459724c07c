package io.limner.job.coverage;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.Asset;
import io.limner.schema.spec.AssetKind;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which samples are other in one spec than in another, and why. */
public final class SpecDifference {
    private final SortedMap<String, Long> parameters = new TreeMap<>();
    private final List<Long> changed = new ArrayList<>();
    private final DatasetSpec before;
    private final DatasetSpec after;
    private final long looked;
    private final boolean otherFiles;
    private long moved;

    /**
     * Compares the samples that both specs have.
     *
     * @param most how many are looked at; if there are more, some spread over all
     */
    public SpecDifference(DatasetSpec before, DatasetSpec after, long most) {
        this.before = before;
        this.after = after;
        this.otherFiles = !before.assets().equals(after.assets());
        long common = common();
        this.looked = Math.min(common, most);
        SceneDesign old = new SceneDesign(before);
        SceneDesign fresh = new SceneDesign(after);
        for (long i = 0; i < looked; i++) {
            compare(looked == common ? i : CoverageRun.chosen(i, common, looked), old, fresh);
        }
    }

    private void compare(long sampleId, SceneDesign old, SceneDesign fresh) {
        Map<String, Value> was = old.values(sampleId);
        boolean same = true;
        for (Map.Entry<String, Value> is : fresh.values(sampleId).entrySet()) {
            if (!is.getValue().equals(was.get(is.getKey()))) {
                parameters.merge(is.getKey(), 1L, Long::sum);
                same = false;
            }
        }
        if (otherFiles && !shown(before, old, sampleId).equals(shown(after, fresh, sampleId))) {
            parameters.merge("assets", 1L, Long::sum);
            same = false;
        }
        if (!same) {
            changed.add(sampleId);
        } else if (!old.place(sampleId).equals(fresh.place(sampleId))) {
            moved++;
        }
    }

    /** The files that a sample shows; where folders are not looked into, all files and folders that it may show. */
    private static List<Asset> shown(DatasetSpec spec, SceneDesign design, long sampleId) {
        if (spec.assets().pinned()) {
            return spec.assets().usedBy(design.scene(sampleId));
        }
        List<Asset> all = new ArrayList<>();
        for (AssetKind kind : AssetKind.values()) {
            if (design.value(sampleId, kind.parameter()).equals(Value.of(AssetKind.USER))) {
                all.addAll(spec.assets().of(kind));
            }
        }
        return all;
    }

    /** How many sample ids both specs have. */
    public long common() {
        return Math.min(before.samples(), after.samples());
    }

    /** How many of them were looked at. */
    public long looked() {
        return looked;
    }

    /** In how many of these samples a parameter has another value, by its name, or {@code assets} have; only those that have. */
    public SortedMap<String, Long> parameters() {
        return parameters;
    }

    /** Those whose scenes are other, ascending. */
    public List<Long> changed() {
        return List.copyOf(changed);
    }

    /** How many show the same, but belong to another subject, variant or part of the split. */
    public long moved() {
        return moved;
    }

    /** Whether size, encoding or labels are other: every row is. */
    public boolean outputChanged() {
        return !before.output().equals(after.output());
    }

    /** Ids as ranges: {@code 0-3, 7}. */
    public static List<String> ranges(List<Long> ids) {
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= ids.size(); i++) {
            if (i == ids.size() || ids.get(i) != ids.get(i - 1) + 1) {
                long first = ids.get(from);
                long last = ids.get(i - 1);
                ranges.add(first == last ? Long.toString(first) : first + "-" + last);
                from = i;
            }
        }
        return ranges;
    }
}
