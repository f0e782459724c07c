package io.limner.schema.spec;

import io.limner.schema.spec.SpecNode.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Single values, read strictly: a number is what JSON calls a number, and nothing is turned into something else. What YAML 1.1
 * tools would read differently (010, 1_000, NO, 1:30) is refused rather than guessed.
 */
final class Scalars {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern LEADING_ZERO = Pattern.compile("-?0[0-9]+");
    private static final Set<String> AMBIGUOUS =
            Set.of("yes", "no", "on", "off", "y", "n", "true", "false", "null", "~", "");

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    /** A finite number, or nothing and a problem. */
    Optional<BigDecimal> number(SpecNode node, String key) {
        if (!(node instanceof Scalar scalar)) {
            problems.add(node, key, "must be a number", "write a single number");
            return Optional.empty();
        }
        String text = scalar.written();
        if (!scalar.plain() || !NUMBER.matcher(text).matches()) {
            problems.add(node, key, "must be a number", remedy(scalar));
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        if (!Double.isFinite(number.doubleValue())) {
            problems.add(node, key, "must be a finite number", "write a number below 1e308");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** A whole number between two bounds, or nothing and a problem. */
    Optional<Long> whole(SpecNode node, String key, long min, long max) {
        String rule = "must be a whole number from " + min + " to " + max;
        if (!(node instanceof Scalar scalar)) {
            problems.add(node, key, rule, "write a single number");
            return Optional.empty();
        }
        String text = scalar.written();
        if (!scalar.plain() || !WHOLE.matcher(text).matches()) {
            problems.add(node, key, rule, remedy(scalar));
            return Optional.empty();
        }
        BigInteger number = new BigInteger(text);
        if (number.compareTo(BigInteger.valueOf(min)) < 0 || number.compareTo(BigInteger.valueOf(max)) > 0) {
            problems.add(node, key, rule, "choose a number in that range");
            return Optional.empty();
        }
        return Optional.of(number.longValueExact());
    }

    /** A word, or nothing and a problem. */
    Optional<String> word(SpecNode node, String key) {
        if (!(node instanceof Scalar scalar)) {
            problems.add(node, key, "must be a single word", "write one word");
            return Optional.empty();
        }
        if (scalar.plain() && AMBIGUOUS.contains(scalar.written().toLowerCase(Locale.ROOT))) {
            String rule = scalar.written().isEmpty()
                    ? "has no value"
                    : "is no word: other YAML tools read it as a boolean or null";
            problems.add(
                    node,
                    key,
                    rule,
                    scalar.written().isEmpty() ? "write one" : "put it in quotes if you mean the word");
            return Optional.empty();
        }
        return Optional.of(scalar.written());
    }

    /** One of several words, or nothing and a problem that names the nearest. */
    Optional<String> oneOf(SpecNode node, String key, List<String> words) {
        Optional<String> word = word(node, key);
        if (word.isPresent() && !words.contains(word.get())) {
            problems.add(node, key, "must be one of " + String.join(", ", words), choose(word.get(), words));
            return Optional.empty();
        }
        return word;
    }

    /** {@code did you mean 'age'?}, or what to look at. */
    static String choose(String word, List<String> words) {
        return Nearest.to(word.toLowerCase(Locale.ROOT), words)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("choose one of them");
    }

    private static String remedy(Scalar scalar) {
        String text = scalar.written();
        if (!scalar.plain()) {
            return NUMBER.matcher(text).matches() ? "remove the quotes" : "write a number";
        }
        if (text.isEmpty()) {
            return "write a value after the colon";
        }
        if (LEADING_ZERO.matcher(text).matches()) {
            return "remove the leading zero: some YAML tools read " + text + " as octal";
        }
        if (text.matches("[-+]?\\.(inf|Inf|INF|nan|NaN|NAN)")) {
            return "write a finite number";
        }
        if (NUMBER.matcher(text).matches()
                && new BigDecimal(text).stripTrailingZeros().scale() <= 0
                && Math.abs(new BigDecimal(text).doubleValue()) < 1e18) {
            return "write " + new BigDecimal(text).toBigInteger() + ", with all its digits and nothing else";
        }
        String bare = text.replace("_", "").replaceFirst("^\\+", "").replaceFirst("^(-?)\\.", "$10.");
        return !bare.equals(text) && NUMBER.matcher(bare).matches()
                ? "write " + bare
                : "write a number in decimal digits";
    }
}
