package io.limner.schema.spec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values with exact counts, in random order over the samples.
 *
 * @param counts how often, by value; each 0 or more, their sum 1 or more
 * @param equal whether no counts were given: whatever the number of samples, each value is drawn as often as any other, or once more
 */
public record Quota(SortedMap<Value, Long> counts, boolean equal) implements Drawn {
    public Quota {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Value, Long> entry : counts.entrySet()) {
            if (entry.getValue() < 0) {
                throw new IllegalArgumentException(
                        "the count of " + entry.getKey() + " is " + entry.getValue() + "; it must be 0 or more");
            }
            sum = sum.add(BigInteger.valueOf(entry.getValue()));
        }
        if (sum.signum() == 0 || sum.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("the sum of the counts is " + sum + "; it must be 1 to 2^63-1");
        }
    }

    /** How many samples the counts add up to. */
    public long sum() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many samples there are of each value up to and with it, in ascending order of the values, when {@code total} are drawn.
     *
     * @param total the sum of the counts or a divisor of all of them; any number if {@code equal}
     */
    public List<Long> running(long total) {
        List<Long> running = new ArrayList<>();
        BigInteger reached = BigInteger.ZERO;
        BigInteger sum = BigInteger.valueOf(sum());
        for (long count : counts.values()) {
            reached = reached.add(BigInteger.valueOf(count));
            running.add(reached.multiply(BigInteger.valueOf(total)).divide(sum).longValueExact());
        }
        return running;
    }

    @Override
    public List<Value> bounds() {
        return List.copyOf(counts.keySet());
    }

    @Override
    public Map<String, Object> json() {
        if (equal) {
            return Map.of("quota", counts.keySet().stream().map(Value::json).toList());
        }
        Map<String, Object> byText = new TreeMap<>();
        counts.forEach((value, count) -> byText.put(value.toString(), count));
        return Map.of("quota", byText);
    }
}
