package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Entry;
import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Sequence;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a spec says as a whole. */
final class SpecParser {
    private static final List<String> KEYS =
            List.of("limner", "name", "seed", "samples", "image", "labels", "defaults", "parameters");
    private static final List<String> DEFAULTS = List.of("varied", "neutral");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)*");
    private static final int LONGEST_NAME = 64;
    private static final long MOST_SAMPLES = 1_000_000_000_000L;
    private static final long MOST_UNASKED = 1_000_000_000L;

    private final Problems problems;
    private final Scalars scalars;

    SpecParser(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The spec; throws what was wrong with it, all at once. */
    DatasetSpec spec(Mapping root) {
        Fields fields = Fields.of(root, "", KEYS, problems);
        fields.require("limner", "add limner: " + DatasetSpec.LANGUAGE).ifPresent(this::version);
        String name =
                fields.require("name", "add name: my-faces").flatMap(this::name).orElse("");
        long seed = fields.get("seed")
                .flatMap(said -> scalars.whole(said, "seed", 0, Long.MAX_VALUE))
                .orElse(0L);
        ImageSettings image = new ImageParser(problems).image(fields.get("image"));
        Set<LabelKind> labels = fields.get("labels").map(this::labels).orElse(EnumSet.allOf(LabelKind.class));
        boolean neutral = fields.get("defaults")
                .flatMap(said -> scalars.oneOf(said, "defaults", DEFAULTS))
                .filter("neutral"::equals)
                .isPresent();
        Map<String, Distribution> parameters = parameters(fields.get("parameters"), neutral);
        long samples = samples(root, fields.get("samples"), parameters);
        problems.throwIfAny();
        return new DatasetSpec(name, seed, samples, new DatasetSpec.Output(image, labels), parameters);
    }

    private void version(SpecNode said) {
        Optional<Long> version = scalars.whole(said, "limner", 1, Integer.MAX_VALUE);
        if (version.isPresent() && version.get() != DatasetSpec.LANGUAGE) {
            problems.add(
                    said,
                    "limner",
                    "this Limner reads version " + DatasetSpec.LANGUAGE + " of the spec language",
                    "use a Limner that reads version " + version.get() + ", or write limner: " + DatasetSpec.LANGUAGE);
        }
    }

    private Optional<String> name(SpecNode said) {
        Optional<String> name = scalars.word(said, "name");
        if (name.isPresent()
                && (!NAME.matcher(name.get()).matches() || name.get().length() > LONGEST_NAME)) {
            problems.add(
                    said,
                    "name",
                    "must be lower-case letters and digits, joined by single - or _, at most " + LONGEST_NAME
                            + " characters",
                    "write e.g. my-faces");
        }
        return name;
    }

    private Set<LabelKind> labels(SpecNode said) {
        List<String> known = Arrays.stream(LabelKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        Set<LabelKind> labels = EnumSet.noneOf(LabelKind.class);
        if (!(said instanceof Sequence list)) {
            problems.add(said, "labels", "must be a list", "write [" + String.join(", ", known) + "] or a part of it");
            return labels;
        }
        for (SpecNode item : list.items()) {
            Optional<LabelKind> label =
                    scalars.oneOf(item, "labels", known).map(word -> LabelKind.valueOf(word.toUpperCase(Locale.ROOT)));
            if (label.isPresent() && !labels.add(label.get())) {
                problems.add(item, "labels", "is listed twice", "remove one of the two");
            }
        }
        return labels;
    }

    private Map<String, Distribution> parameters(Optional<SpecNode> said, boolean neutral) {
        Map<String, Distribution> drawn = new TreeMap<>();
        for (Parameter parameter : Parameters.all()) {
            Parameter.Standard standard = parameter.standard();
            drawn.put(parameter.name(), neutral ? new Fixed(standard.neutral()) : standard.varied());
        }
        if (said.isPresent()) {
            Fields.of(said.get(), "parameters", Parameters.names(), problems);
        }
        if (said.isPresent() && said.get() instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                String name = entry.key().written();
                if (Parameters.exists(name)) {
                    new DistributionParser(Parameters.named(name), problems)
                            .parse(entry.value())
                            .ifPresent(distribution -> drawn.put(name, distribution));
                }
            }
        }
        return drawn;
    }

    private long samples(Mapping root, Optional<SpecNode> said, Map<String, Distribution> parameters) {
        if (said.isPresent()) {
            return scalars.whole(said.get(), "samples", 1, MOST_SAMPLES).orElse(1L);
        }
        BigInteger product = BigInteger.ONE;
        boolean any = false;
        for (Distribution distribution : parameters.values()) {
            if (distribution instanceof Grid grid) {
                product = product.multiply(BigInteger.valueOf(grid.size()));
                any = true;
            }
        }
        if (!any) {
            problems.add(new SpecProblem(
                    root.mark().source(),
                    root.mark().line(),
                    "samples",
                    "",
                    "is missing",
                    "add samples: 64, or a grid"));
            return 1;
        }
        if (product.compareTo(BigInteger.valueOf(MOST_UNASKED)) > 0) {
            problems.add(new SpecProblem(
                    root.mark().source(),
                    root.mark().line(),
                    "samples",
                    "",
                    "is missing, and the grids make " + product + " samples",
                    "if you mean it, write samples: with the number to draw; else use fewer or smaller grids"));
            return 1;
        }
        return product.longValueExact();
    }
}
