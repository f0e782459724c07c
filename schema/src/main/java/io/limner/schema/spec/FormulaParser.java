package io.limner.schema.spec;

import io.limner.schema.spec.Formula.Constant;
import io.limner.schema.spec.Formula.Kind;
import io.limner.schema.spec.Formula.Operation;
import io.limner.schema.spec.Formula.Reference;
import io.limner.schema.spec.SpecNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads formulas, by recursive descent: or, and, not, one comparison, sums, products, signs. */
final class FormulaParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)|([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*)|(<=|>=|!=|==|[-+*/()<>=,\\[\\]]))");
    /** Both bounds hold for the formula, not for how it is written: what is within them is so in its canonical form, too. */
    private static final int MOST_OPERATIONS = 500;

    private static final int DEEPEST = 40;
    private static final List<Operator> COMPARISONS = List.of(
            Operator.AT_MOST, Operator.AT_LEAST, Operator.UNEQUAL, Operator.EQUAL, Operator.LESS, Operator.GREATER);

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private int deepest;
    private int operations;
    /** Canonical brackets around the alternatives that "in" stands for. */
    private int around;

    private FormulaParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (!text.substring(end).isBlank()) {
            matcher.region(end, text.length());
            if (!matcher.lookingAt()) {
                throw new Refusal(
                        "has a character at '" + text.substring(end).strip() + "' that no formula has",
                        "use numbers, names, + - * / ( ) min max = != < <= > >= and or not in");
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    /** The formula at {@code node} if it is one of this kind, or nothing and a problem. */
    static Optional<Formula> parse(SpecNode node, String key, Kind wanted, Problems problems) {
        if (!(node instanceof Scalar scalar)) {
            problems.add(node, key, "must be a formula", "write e.g. \"subject.age < 18\", on one line");
            return Optional.empty();
        }
        try {
            Formula formula = new FormulaParser(scalar.written()).whole();
            if (formula.kind() != wanted) {
                throw new Refusal(
                        wanted == Kind.TRUTH ? "is neither true nor false" : "is no " + word(wanted),
                        wanted == Kind.TRUTH
                                ? "compare, as in subject.age < 18"
                                : "write arithmetic, as in 0.5 * head.yaw");
            }
            return Optional.of(formula);
        } catch (Refusal refused) {
            problems.add(node, key, refused.getMessage(), refused.remedy);
            return Optional.empty();
        }
    }

    private Formula whole() {
        if (tokens.isEmpty()) {
            throw new Refusal("says nothing", "write e.g. \"subject.age < 18\"");
        }
        Formula all = either();
        checkDepth(deepest + around);
        if (at < tokens.size()) {
            throw new Refusal("ends before '" + tokens.get(at) + "'", "join comparisons with and, or");
        }
        return all;
    }

    private Formula either() {
        enter();
        Formula left = both();
        while (taken("or")) {
            left = truth(Operator.OR, left, both());
        }
        depth--;
        return left;
    }

    private Formula both() {
        Formula left = not();
        while (taken("and")) {
            left = truth(Operator.AND, left, not());
        }
        return left;
    }

    private void enter() {
        checkDepth(++depth);
        deepest = Math.max(deepest, depth);
    }

    private static void checkDepth(int levels) {
        if (levels > DEEPEST) {
            throw new Refusal("is nested deeper than " + DEEPEST + " levels", "say it in several conditions");
        }
    }

    private Formula not() {
        if (!taken("not")) {
            return comparison();
        }
        enter();
        Formula denied = truth(Operator.NOT, not());
        depth--;
        return denied;
    }

    private Formula comparison() {
        Formula left = sum();
        if (taken("in")) {
            return member(left);
        }
        for (Operator operator : COMPARISONS) {
            if (taken(operator.symbol()) || (operator == Operator.EQUAL && taken("=="))) {
                return compared(operator, left, sum());
            }
        }
        return left;
    }

    private Formula member(Formula left) {
        expect("[");
        around = 1;
        Formula any = compared(Operator.EQUAL, left, sum());
        while (taken(",")) {
            any = truth(Operator.OR, any, compared(Operator.EQUAL, left, sum()));
        }
        expect("]");
        return any;
    }

    private Formula sum() {
        Formula left = product();
        while (true) {
            if (taken("+")) {
                left = number(Operator.PLUS, left, product());
            } else if (taken("-")) {
                left = number(Operator.MINUS, left, product());
            } else {
                return left;
            }
        }
    }

    private Formula product() {
        Formula left = sign();
        while (true) {
            if (taken("*")) {
                left = number(Operator.TIMES, left, sign());
            } else if (taken("/")) {
                left = number(Operator.DIVIDE, left, sign());
            } else {
                return left;
            }
        }
    }

    private Formula sign() {
        if (!taken("-")) {
            return atom();
        }
        enter();
        Formula value = sign();
        depth--;
        return value instanceof Constant constant && constant.kind() == Kind.NUMBER
                ? new Constant(Value.of(-constant.value().number()))
                : number(Operator.NEGATE, value);
    }

    private Formula atom() {
        if (at == tokens.size()) {
            throw new Refusal("ends too early", "write what is missing at its end");
        }
        String token = tokens.get(at++);
        if (token.equals("(")) {
            Formula inner = either();
            expect(")");
            return inner;
        }
        if (token.equals("min") || token.equals("max")) {
            expect("(");
            Formula first = either();
            expect(",");
            Formula second = either();
            expect(")");
            return number(token.equals("min") ? Operator.MIN : Operator.MAX, first, second);
        }
        if (Character.isDigit(token.charAt(0))) {
            double number = Double.parseDouble(token);
            if (Double.isInfinite(number)) {
                throw new Refusal("has a number beyond 1.7e308", "write a smaller one");
            }
            return new Constant(Value.of(number));
        }
        if (!Character.isLetter(token.charAt(0))) {
            throw new Refusal("has '" + token + "' where a number or a name must be", "write one there");
        }
        return named(token);
    }

    private static Formula named(String token) {
        if (Parameters.exists(token)) {
            boolean name = Parameters.named(token).domain() instanceof Domain.Names;
            return new Reference(token, name ? Kind.NAME : Kind.NUMBER);
        }
        if (token.contains(".")) {
            throw new Refusal(
                    "mentions " + token + ", and there is no such parameter",
                    Nearest.to(token, Parameters.names())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("'limner parameters' lists them"));
        }
        return new Constant(Value.of(token));
    }

    private Formula compared(Operator operator, Formula left, Formula right) {
        if (left.kind() != right.kind() || left.kind() == Kind.TRUTH) {
            throw new Refusal(
                    "compares " + left.text() + " with " + right.text() + ", which is another kind of value",
                    "compare numbers with numbers, names with names");
        }
        if (left.kind() == Kind.NAME && operator != Operator.EQUAL && operator != Operator.UNEQUAL) {
            throw new Refusal("puts names in order", "names are only = or !=, or in [a, b]");
        }
        checkWord(left, right);
        checkWord(right, left);
        return operation(operator, left, right);
    }

    private static void checkWord(Formula side, Formula other) {
        if (side instanceof Reference reference
                && other instanceof Constant constant
                && Parameters.named(reference.name()).domain() instanceof Domain.Names names
                && !names.contains(constant.value())) {
            throw new Refusal(
                    "compares " + reference.name() + " with '" + constant.value()
                            + "', which it never is: it is one of " + names.text(),
                    Scalars.choose(constant.value().toString(), names.names()));
        }
    }

    private Formula truth(Operator operator, Formula... over) {
        return checked(operator, Kind.TRUTH, "compare, as in subject.age < 18", over);
    }

    private Formula number(Operator operator, Formula... over) {
        return checked(operator, Kind.NUMBER, "use parameters that are numbers", over);
    }

    private Formula checked(Operator operator, Kind kind, String remedy, Formula... over) {
        for (Formula part : over) {
            if (part.kind() != kind) {
                throw new Refusal(
                        "has " + part.text() + " beside '" + operator.symbol() + "', which is no " + word(kind),
                        remedy);
            }
        }
        return operation(operator, over);
    }

    private Formula operation(Operator operator, Formula... over) {
        if (++operations > MOST_OPERATIONS) {
            throw new Refusal(
                    "has more than " + MOST_OPERATIONS + " operations, those that 'in' stands for included",
                    "say it in several conditions");
        }
        return new Operation(operator, List.of(over));
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case NUMBER -> "number";
            case NAME -> "name";
            case TRUTH -> "condition";
        };
    }

    private boolean taken(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!taken(token)) {
            throw new Refusal(
                    "has " + (at < tokens.size() ? "'" + tokens.get(at) + "'" : "nothing") + " where '" + token
                            + "' must be",
                    "close every bracket");
        }
    }

    /** What is wrong with a formula, and what to do; never leaves this class. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String remedy;

        Refusal(String rule, String remedy) {
            super(rule);
            this.remedy = remedy;
        }
    }
}
