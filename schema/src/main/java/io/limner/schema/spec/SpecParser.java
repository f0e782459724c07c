package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Mapping;
import io.limner.schema.spec.SpecNode.Sequence;
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
    static final List<String> KEYS = List.of(
            "limner",
            "include",
            "name",
            "seed",
            "samples",
            "image",
            "labels",
            "assets",
            "defaults",
            "parameters",
            "conditions",
            "exclude",
            "variants",
            "per_subject",
            "split");
    static final long MOST_SAMPLES = 1_000_000_000_000L;
    static final List<String> DEFAULTS = List.of("varied", "neutral");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)*");
    private static final int LONGEST_NAME = 64;

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
        Set<LabelKind> labels = fields.get("labels").map(this::labels).orElse(LabelKind.standard());
        Assets assets = new AssetsParser(problems).assets(fields.get(AssetsParser.KEY));
        Composition composition = composition(root, fields, assets);
        problems.throwIfAny();
        return new DatasetSpec(name, seed, new DatasetSpec.Output(image, labels), composition, assets);
    }

    private Composition composition(Mapping root, Fields fields, Assets assets) {
        boolean neutral = fields.get("defaults")
                .flatMap(said -> scalars.oneOf(said, "defaults", DEFAULTS))
                .filter("neutral"::equals)
                .isPresent();
        Written written = new Written(root);
        RecipeParser recipes = new RecipeParser(problems, written);
        CompositionParser parts = new CompositionParser(problems, recipes);
        Recipe recipe = new Recipe(defaults(neutral), List.of(), List.of()).with(recipes.parse(fields));
        List<Variant> variants = fields.get("variants").map(parts::variants).orElse(List.of());
        Subjects subjects = fields.get("per_subject").map(parts::subjects).orElse(Subjects.SINGLE);
        Split split = fields.get("split").map(parts::split).orElse(Split.NONE);
        long samples = new SampleCount(root, problems).of(fields.get("samples"), recipe, variants, subjects);
        problems.throwIfAny();
        Composition composition = new Composition(samples, recipe, variants, subjects, split);
        for (Section section : composition.sections()) {
            written.at(section, root, "");
        }
        new CompositionCheck(composition, written, problems).check(assets);
        return composition;
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

    private static Map<String, Distribution> defaults(boolean neutral) {
        Map<String, Distribution> drawn = new TreeMap<>();
        for (Parameter parameter : Parameters.all()) {
            Parameter.Standard standard = parameter.standard();
            drawn.put(parameter.name(), neutral ? new Fixed(standard.neutral()) : standard.varied());
        }
        return drawn;
    }
}
