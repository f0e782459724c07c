package io.limner.schema.spec;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How subjects are divided, to train and to test: of as many consecutive subjects as the shares add up to, each part gets exactly
 * its share, so that a dataset that grows keeps every subject where it was.
 *
 * @param shares whole numbers by name, each at least 1; empty for no split
 */
public record Split(SortedMap<String, Integer> shares) {
    /** No split. */
    public static final Split NONE = new Split(new TreeMap<>());
    /** The most that the shares may add up to. */
    public static final int MOST = 10_000;

    public Split {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /** What the shares add up to. */
    public int sum() {
        return shares.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The part that owns a place among as many consecutive ones as the shares add up to. */
    public String part(int place) {
        int reached = 0;
        for (var share : shares.entrySet()) {
            reached += share.getValue();
            if (place < reached) {
                return share.getKey();
            }
        }
        throw new IllegalArgumentException("There is no place " + place + " among " + sum());
    }
}
