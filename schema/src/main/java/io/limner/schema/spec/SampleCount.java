package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Mapping;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** How many samples a spec has: what it says, or what follows from its variants, quotas and grids. */
final class SampleCount {
    private static final long MOST_UNASKED = 1_000_000_000L;

    private final Mapping root;
    private final Problems problems;

    SampleCount(Mapping root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    long of(Optional<SpecNode> said, Recipe recipe, List<Variant> variants, Subjects subjects) {
        Optional<Long> written =
                said.flatMap(node -> new Scalars(problems).whole(node, "samples", 1, SpecParser.MOST_SAMPLES));
        if (said.isPresent() && written.isEmpty()) {
            return 1;
        }
        if (!variants.isEmpty()) {
            return ofVariants(said, written, variants);
        }
        return written.orElseGet(() -> ofDistributions(recipe, subjects));
    }

    private long ofVariants(Optional<SpecNode> said, Optional<Long> written, List<Variant> variants) {
        long sum = variants.stream().mapToLong(Variant::samples).sum();
        if (sum > SpecParser.MOST_SAMPLES) {
            add("is missing, and the variants have " + sum, "keep it at most " + SpecParser.MOST_SAMPLES);
        } else if (written.isPresent() && written.get() != sum) {
            problems.add(said.get(), "samples", "is not the " + sum + " that the variants add up to", "remove it");
        }
        return sum;
    }

    private long ofDistributions(Recipe recipe, Subjects subjects) {
        Optional<Long> quota = recipe.parameters().values().stream()
                .filter(way -> way instanceof Quota counts && !counts.equal())
                .map(way -> ((Quota) way).sum())
                .findFirst();
        if (quota.isPresent()) {
            return ofQuota(quota.get());
        }
        BigInteger product = BigInteger.valueOf(subjects.samples());
        boolean any = false;
        for (var entry : recipe.parameters().entrySet()) {
            int size = size(entry.getValue());
            any |= size > 0;
            if (size > 0 && (subjects.samples() == 1 || subjects.keeps(entry.getKey()))) {
                product = product.multiply(BigInteger.valueOf(size));
            }
        }
        if (!any) {
            add("is missing", "add samples: 64, or a grid");
            return 1;
        }
        if (product.compareTo(BigInteger.valueOf(MOST_UNASKED)) > 0) {
            add(
                    "is missing, and the grids make " + product + " samples",
                    "if you mean it, write samples: with the number to draw; else use fewer or smaller grids");
            return 1;
        }
        return product.longValueExact();
    }

    private long ofQuota(long sum) {
        if (sum > SpecParser.MOST_SAMPLES) {
            add("is missing, and a quota counts " + sum, "keep it at most " + SpecParser.MOST_SAMPLES);
            return 1;
        }
        return sum;
    }

    private static int size(Distribution way) {
        return way instanceof Grid grid ? grid.size() : way instanceof Bins bins ? bins.size() : 0;
    }

    private void add(String rule, String remedy) {
        problems.add(new SpecProblem(root.mark().source(), root.mark().line(), "samples", "", rule, remedy));
    }
}
