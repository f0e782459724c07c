package io.limner.job.coverage;

import io.limner.job.execute.SparkWork;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;

/** Counts the samples of a spec, all or some of them. */
public final class CoverageRun {
    /** Up to here, the processors of this machine are faster than Spark's start. */
    public static final long SMALL = 2_000_000;
    /** Up to here, all samples are counted where nobody says. */
    public static final long ALL_UNASKED = 20_000_000;
    /** So many are looked at where not all are. */
    public static final long SOME = 100_000;

    private static final int PARTS = 64;

    private final DatasetSpec spec;
    private final List<String> declared;
    private final long looked;

    /**
     * A count.
     *
     * @param declared names of the parameters that the spec itself speaks of
     * @param looked how many samples to look at; if fewer than there are, spread evenly and at random over all
     */
    public CoverageRun(DatasetSpec spec, List<String> declared, long looked) {
        this.spec = spec;
        this.declared = List.copyOf(declared);
        this.looked = Math.min(looked, spec.samples());
    }

    /** A part of the work; travels to executors. */
    private record Part(String spec, List<String> declared, long looked, int number) implements Serializable {
        CoverageCount count() {
            SceneDesign design = new SceneDesign(SpecReader.parse(spec, "the spec of this plan"));
            CoverageCount count = new CoverageCount(design, declared, looked);
            long samples = design.spec().samples();
            for (long i = looked * number / PARTS; i < looked * (number + 1) / PARTS; i++) {
                count.add(looked == samples ? i : chosen(i, samples, looked));
            }
            return count;
        }

        byte[] bytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(count());
            } catch (IOException e) {
                throw new UncheckedIOException("A count cannot be written to memory", e);
            }
            return bytes.toByteArray();
        }
    }

    /** A sample at random out of the i-th of {@code looked} equal stretches. */
    static long chosen(long i, long samples, long looked) {
        long from = (long) ((double) i * samples / looked);
        long to = Math.max(from + 1, (long) ((double) (i + 1) * samples / looked));
        long mixed = (i + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
        return Math.min(samples - 1, from + ((mixed ^ (mixed >>> 27)) >>> 1) % (to - from));
    }

    /** Counts on the processors of this machine, or by Spark if there is much to count. */
    public Coverage run(Supplier<JavaSparkContext> spark) {
        String canonical = spec.canonical();
        CoverageCount all = new CoverageCount(new SceneDesign(spec), declared, looked);
        List<Part> parts = LongStream.range(0, PARTS)
                .mapToObj(number -> new Part(canonical, declared, looked, (int) number))
                .toList();
        if (looked <= SMALL) {
            parts.parallelStream().map(Part::count).forEachOrdered(all::add);
            return new Coverage(spec, all);
        }
        List<Integer> numbers =
                LongStream.range(0, PARTS).mapToObj(number -> (int) number).toList();
        List<String> names = declared;
        long count = looked;
        SparkWork.run(spark, context -> context.parallelize(numbers, PARTS)
                .map(number -> new Part(canonical, names, count, number).bytes())
                .toLocalIterator()
                .forEachRemaining(bytes -> all.add(read(bytes))));
        return new Coverage(spec, all);
    }

    private static CoverageCount read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (CoverageCount) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("A count that was just written cannot be read", e);
        }
    }
}
