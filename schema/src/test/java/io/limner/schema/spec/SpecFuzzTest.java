package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever text is called a spec: a spec or a list of problems, in bounded time and memory. The same texts at each run; more of them with
 * {@code -Djqwik.tries.default=1000000}.
 */
class SpecFuzzTest {
    private static final String SEED = "20261122";
    private static final Duration NEVER = Duration.ofMinutes(1);
    /** A text of a kilobyte may make grids of ten thousand values. */
    private static final long MOST_BYTES = 200_000_000;

    private static final String GOOD = """
            limner: 1
            name: faces
            seed: 7
            samples: 100
            image: { width: 512, height: 384, format: jpeg, quality: 95 }
            labels: [landmarks, segmentation, depth]
            per_subject: 2
            split: { train: 9, val: 1 }
            parameters:
              subject.age: { normal: { mean: 40, sd: 12, min: 18, max: 80 } }
              subject.sex: { quota: [female, male] }
              subject.skin_tone: { choice: { 2: 1, 5: 1, 9: 1 } }
              head.yaw: { grid: { from: -60, to: 60, step: 15 } }
              head.pitch: { sobol: [-20, 20] }
              head.roll: { expression: '0.25 * head.pitch' }
              camera.distance: { log_uniform: [300, 3000] }
            conditions: [{ when: subject.age < 30 and subject.sex = male, then: { hair.stubble: 0 } }]
            exclude: [head.yaw > 50 and head.pitch > 10]
            """;

    private static final List<String> WORDS = List.of(
            "0",
            "-1",
            "1e3",
            "010",
            ".nan",
            "-.inf",
            "1e999",
            "9223372036854775808",
            "0x10",
            "1_000",
            "NO",
            "null",
            "~",
            "true",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            ", ",
            "- ",
            "? ",
            "#",
            "|",
            ">",
            "|2-",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "&a ",
            "*a",
            "!!python/object ",
            "!!binary ",
            "<<: ",
            "\t",
            "\r",
            "\n",
            "\n  ",
            "\u0000",
            "\u200b",
            "\u202e",
            "\ud800",
            "\ufeff",
            "\u0085",
            "\u2028",
            "[[[[[[[[[[[[[",
            "{a: {a: {a: {a: {a: ",
            "grid",
            "{ grid: { from: 0, to: 1e300, step: 1e-300 } }",
            "fixed",
            "copy",
            "bins",
            "lhs",
            "subject.age",
            "head.yaw",
            "head.yaw: ",
            "include: /etc/passwd\n",
            "variants: [{ name: a, samples: 1 }]\n",
            "defaults: neutral\n",
            "assets: { backgrounds: ../a }\n",
            "and",
            "or not (",
            "((((((((",
            "))))",
            "<=",
            "head.yaw / 0",
            "max(",
            "1 / (head.yaw - head.yaw)");

    /** A change of a text: at a place, so many characters out, these in. */
    private record Edit(double at, int out, String in) {
        String of(String text) {
            int from = (int) (at * text.length());
            return text.substring(0, from) + in + text.substring(Math.min(text.length(), from + out));
        }
    }

    @Provide
    Arbitrary<String> spoilt() {
        Arbitrary<String> words = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.of(WORDS)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(GOOD.split("\n", -1)).map(line -> "\n" + line + "\n")),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(8)));
        Arbitrary<Edit> edits = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 12),
                        words)
                .as(Edit::new);
        return edits.list().ofMinSize(1).ofMaxSize(6).map(all -> {
            String text = GOOD;
            for (Edit edit : all) {
                text = edit.of(text);
            }
            return text;
        });
    }

    @Provide
    Arbitrary<String> babble() {
        return Arbitraries.of(WORDS).list().ofMaxSize(60).map(words -> String.join("", words));
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void aSpoiltSpec(@ForAll("spoilt") String text) {
        check(text);
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void babbleOfYaml(@ForAll("babble") String text) {
        check(text);
        check("limner: 1\nname: a\nsamples: 3\nparameters:\n  head.yaw: " + text);
        check("limner: 1\nname: a\nsamples: 3\nexclude: ['"
                + text.replace("'", "''").replaceAll("\\R", " ") + "']");
    }

    /** The mutations are not so wild that the reader never gets beyond the YAML. */
    @Example
    void theGoodOneIsGood() {
        assertThat(SpecReader.parse(GOOD, "good.yaml").samples()).isEqualTo(100);
    }

    private static void check(String text) {
        assertTimeoutPreemptively(NEVER, () -> {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                DatasetSpec spec = SpecReader.parse(text, "fuzz.yaml");
                assertThat(SpecReader.parse(spec.canonical(), "canonical").hash())
                        .isEqualTo(spec.hash());
            } catch (SpecException refused) {
                assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.rule()).isNotBlank();
                    assertThat(problem.remedy()).isNotBlank();
                });
                assertThat(refused.getMessage().lines())
                        .allSatisfy(line -> assertThat(line).startsWith("fuzz.yaml"));
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
        });
    }
}
