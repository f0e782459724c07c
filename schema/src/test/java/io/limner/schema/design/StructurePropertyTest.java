package io.limner.schema.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.schema.spec.DatasetSpec;
import io.limner.schema.spec.SpecReader;
import io.limner.schema.spec.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Variants, subjects, splits, conditions: what each promises. */
class StructurePropertyTest {
    /** Every run looks at the same cases. */
    private static final String SEED = "20261122";

    private static SceneDesign design(String text) {
        DatasetSpec spec = SpecReader.parse("limner: 1\nname: a\n" + text, "a test");
        assertThat(SpecReader.parse(spec.canonical(), "canonical")).isEqualTo(spec);
        return new SceneDesign(spec);
    }

    @Property(seed = SEED, tries = 60)
    void partsOfASplitShareNoSubjectAndGrowthMovesNone(
            @ForAll @IntRange(min = 1, max = 6) int each,
            @ForAll @IntRange(min = 1, max = 60) int subjects,
            @ForAll @LongRange(min = 0, max = 1L << 62) long seed) {
        String rest = "per_subject: " + each + "\nsplit: { train: 3, test: 2 }\nseed: " + seed + "\nsamples: ";
        SceneDesign small = design(rest + each * subjects);
        SceneDesign grown = design(rest + each * (subjects + 40));
        Map<Value, Set<String>> partsOfPerson = new HashMap<>();
        Map<Long, Value> personOfSubject = new HashMap<>();
        int train = 0;
        for (long id = 0; id < (long) each * subjects; id++) {
            Place place = small.place(id);
            Value person = small.value(id, "subject.identity_seed");
            partsOfPerson.computeIfAbsent(person, absent -> new HashSet<>()).add(place.split());
            assertThat(personOfSubject.computeIfAbsent(place.subjectId(), absent -> person))
                    .isEqualTo(person);
            assertThat(grown.place(id)).isEqualTo(place);
            train += place.split().equals("train") && id % each == 0 ? 1 : 0;
        }
        assertThat(partsOfPerson.values()).allSatisfy(parts -> assertThat(parts).hasSize(1));
        assertThat(personOfSubject).hasSize(subjects);
        // Of five subjects in a row exactly three train.
        assertThat(train).isBetween(subjects / 5 * 3, subjects / 5 * 3 + Math.min(3, subjects % 5));
    }

    @Example
    void allThatASubjectKeepsIsKeptAndTheRestVaries() {
        SceneDesign design =
                design("samples: 40\nper_subject: 4\nparameters: { head.yaw: { grid: [-30, -10, 10, 30] } }");
        for (long subject = 0; subject < 10; subject++) {
            Set<Value> yaws = new HashSet<>();
            Set<Map<String, Value>> people = new HashSet<>();
            for (long id = 4 * subject; id < 4 * subject + 4; id++) {
                Map<String, Value> values = design.values(id);
                yaws.add(values.get("head.yaw"));
                values.keySet().removeIf(name -> !name.startsWith("subject.") && !name.startsWith("hair."));
                people.add(values);
            }
            assertThat(yaws).hasSize(4);
            assertThat(people).hasSize(1);
        }
    }

    @Example
    void quotasOfWhatIsKeptCountSamplesAndStayWithinSubjects() {
        SceneDesign design = design("per_subject: 3\nparameters: { subject.sex: { quota: { female: 12, male: 18 } } }");
        int women = 0;
        for (long id = 0; id < 30; id++) {
            women += design.value(id, "subject.sex").toString().equals("female") ? 1 : 0;
            assertThat(design.value(id, "subject.sex")).isEqualTo(design.value(id / 3 * 3, "subject.sex"));
        }
        assertThat(women).isEqualTo(12);
        assertThat(design.spec().samples()).isEqualTo(30);
    }

    /** Each variant groups its own samples; subjects are numbered on, and nobody is in two variants. */
    @Property(seed = SEED, tries = 40)
    void aVariantHasItsOwnSamplesOfASubject(
            @ForAll @IntRange(min = 1, max = 9) int each,
            @ForAll @IntRange(min = 1, max = 9) int ofBase,
            @ForAll @IntRange(min = 1, max = 20) int subjects) {
        SceneDesign design = design("per_subject: " + ofBase + "\nsplit: { train: 1, test: 1 }\nvariants:\n"
                + "  - { name: like-base, samples: " + 3 * ofBase + " }\n"
                + "  - { name: own, samples: " + subjects * each + ", per_subject: { samples: " + each
                + ", keep: [subject] } }\n"
                + "  - { name: single, samples: 5, per_subject: 1 }\n");
        Map<Long, Set<Value>> people = new HashMap<>();
        long last = -1;
        for (long id = 0; id < design.spec().samples(); id++) {
            Place place = design.place(id);
            assertThat(place.subjectId()).isBetween(last, last + 1);
            last = place.subjectId();
            people.computeIfAbsent(last, absent -> new HashSet<>()).add(design.value(id, "subject.identity_seed"));
        }
        assertThat(last).isEqualTo(3 + subjects + 5 - 1);
        assertThat(people.values()).allSatisfy(seeds -> assertThat(seeds).hasSize(1));
        assertThat(new HashSet<>(people.values())).hasSize(people.size());
    }

    /** One scene under many lights. */
    @Example
    void whatVariesIsAllThatVaries() {
        SceneDesign design = design("samples: 12\nper_subject: { samples: 6, vary: [light] }\n"
                + "parameters: { light.environment: { grid: [studio, office, overcast, noon, sunset, window] } }");
        Set<Value> lights = new HashSet<>();
        for (long id = 0; id < 6; id++) {
            lights.add(design.value(id, "light.environment"));
            for (String name : design.spec().parameters().keySet()) {
                if (!name.startsWith("light.")) {
                    assertThat(design.value(id, name)).isEqualTo(design.value(0, name));
                }
            }
        }
        assertThat(lights).hasSize(6);
    }

    @Property(seed = SEED, tries = 40)
    void aVariantIsTheSameWhateverStandsBeforeIt(
            @ForAll @IntRange(min = 1, max = 50) int before, @ForAll @LongRange(min = 0, max = 1L << 62) long seed) {
        String edge =
                "  - { name: edge, samples: 20, parameters: { head.yaw: { lhs: [60, 90] }, subject.sex: { quota: [female,"
                        + " male] } }, exclude: [subject.age < 25] }\n";
        String rest = "seed: " + seed + "\nsplit: { train: 4, test: 1 }\nvariants:\n  - { name: core, samples: ";
        SceneDesign one = design(rest + before + " }\n" + edge);
        SceneDesign other = design(rest + (before + 7) + " }\n" + edge);
        for (long i = 0; i < 20; i++) {
            assertThat(one.values(before + i)).isEqualTo(other.values(before + 7 + i));
            assertThat(one.place(before + i).variant()).isEqualTo("edge");
            assertThat(one.place(before + i).split())
                    .isEqualTo(other.place(before + 7 + i).split());
            assertThat(one.value(before + i, "head.yaw").number()).isBetween(60.0, 90.0);
            assertThat(one.value(before + i, "subject.age").number()).isGreaterThanOrEqualTo(25);
        }
        assertThat(one.place(0))
                .isEqualTo(new Place(0, 0, "core", other.place(0).split()));
    }

    /** A condition moves only the samples in which it holds, and only what it sets; the last one that holds counts. */
    @Example
    void conditionsSetWhereTheyHold() {
        SceneDesign plain = design("samples: 400");
        SceneDesign ruled = design("""
                samples: 400
                conditions:
                  - when: subject.age < 40 and not (subject.sex = male)
                    then: { hair.stubble: 0.5, head.yaw: { expression: "head.pitch / 2" } }
                  - when: subject.age < 25
                    then: { hair.stubble: 1 }
                """);
        int both = 0;
        for (long id = 0; id < 400; id++) {
            Map<String, Value> before = plain.values(id);
            Map<String, Value> after = ruled.values(id);
            double age = before.get("subject.age").number();
            boolean first = age < 40 && before.get("subject.sex").toString().equals("female");
            if (age < 25) {
                assertThat(after.get("hair.stubble")).isEqualTo(Value.of(1));
                both += first ? 1 : 0;
            } else if (first) {
                assertThat(after.get("hair.stubble")).isEqualTo(Value.of(0.5));
            } else {
                assertThat(after.get("hair.stubble")).isEqualTo(before.get("hair.stubble"));
            }
            if (first) {
                assertThat(after.get("head.yaw").number())
                        .isCloseTo(after.get("head.pitch").number() / 2, org.assertj.core.api.Assertions.within(1e-6));
            }
            after.keySet().removeAll(Set.of("hair.stubble", "head.yaw"));
            assertThat(before).containsAllEntriesOf(after);
        }
        assertThat(both).isPositive();
    }

    @Example
    void anExclusionMovesOnlyWhatItMentionsWhereItHolds() {
        SceneDesign plain = design("samples: 400");
        SceneDesign excluded = design("samples: 400\nexclude: [head.yaw > 10 and subject.age > 50]");
        int moved = 0;
        for (long id = 0; id < 400; id++) {
            Map<String, Value> before = plain.values(id);
            Map<String, Value> after = excluded.values(id);
            boolean out = before.get("head.yaw").number() > 10
                    && before.get("subject.age").number() > 50;
            for (String name : before.keySet()) {
                if (!out || !Set.of("head.yaw", "subject.age").contains(name)) {
                    assertThat(after.get(name)).isEqualTo(before.get(name));
                }
            }
            moved += out ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(20);
    }

    /** A subject is drawn again as a whole, so that its samples stay of one person. */
    @Example
    void anExcludedSubjectIsDrawnAgainAsAWhole() {
        SceneDesign design =
                design("samples: 300\nper_subject: 3\nexclude: [subject.age < 60, subject.age > 70 and head.yaw > 0]");
        for (long id = 0; id < 300; id++) {
            double age = design.value(id, "subject.age").number();
            assertThat(age).isGreaterThanOrEqualTo(60);
            assertThat(age > 70 && design.value(id, "head.yaw").number() > 0).isFalse();
            assertThat(design.value(id, "subject.age")).isEqualTo(design.value(id / 3 * 3, "subject.age"));
        }
    }

    @Example
    void whatAVariantDrawsNoConditionOfTheBaseChanges() {
        SceneDesign design = design("""
                parameters: { subject.age: { uniform: [20, 80] } }
                conditions: [{ when: subject.age > 20, then: { head.yaw: 5, head.roll: 3 } }]
                variants:
                  - { name: core, samples: 4 }
                  - { name: edge, samples: 4, parameters: { head.yaw: 60 } }
                  - { name: own, samples: 4, parameters: { head.yaw: 60 },
                      conditions: [{ when: subject.age > 20, then: { head.yaw: 7 } }] }
                """);
        for (long id = 0; id < 12; id++) {
            assertThat(design.value(id, "head.yaw").number()).isEqualTo(id < 4 ? 5 : id < 8 ? 60 : 7);
            assertThat(design.value(id, "head.roll").number()).isEqualTo(3);
        }
    }

    /** Such a spec is refused before anything is drawn, however rare the samples of which nothing is left. */
    @Example
    void aProbeFindsExclusionsThatLeaveTooLittle() {
        assertThatThrownBy(() ->
                        design("samples: 1000000\nexclude: [head.yaw != 2.5]").probe())
                .isInstanceOf(ExhaustedException.class);
        // In one sample of a hundred only, and in the second variant.
        String grid =
                "parameters: { gaze.yaw: { grid: { from: 0, to: 9.9, count: 100 } }, head.pitch: { uniform: [-20, 20] } }\n";
        assertThatThrownBy(() -> design(grid + "variants: [{ name: a, samples: 700 }, { name: b, samples: 900,"
                                + " exclude: [gaze.yaw > 9.85 and head.pitch > -19.9999] }]")
                        .probe())
                .isInstanceOf(ExhaustedException.class);
        design("samples: 1000\nexclude: [head.yaw < 20]").probe();
    }

    @Example
    void whatLeavesNothingInPracticeIsToldWithTheSample() {
        SceneDesign design = design("samples: 3\nexclude: [head.yaw != 2.5]");
        assertThatThrownBy(() -> design.scene(1))
                .isInstanceOf(ExhaustedException.class)
                .hasMessageContaining("sample 1 fell into an exclusion 1000 times");
    }

    @Example
    void binsAreWalkedAndFilledEvenly() {
        SceneDesign design =
                design("parameters: { subject.age: { bins: [18, 30, 60] }, subject.skin_tone: { bins: [1, 4, 11] } }"
                        .replace("11", "10"));
        assertThat(design.spec().samples()).isEqualTo(4);
        List<List<Boolean>> walk = new ArrayList<>();
        for (long id = 0; id < 4; id++) {
            walk.add(List.of(
                    design.value(id, "subject.age").number() < 30,
                    design.value(id, "subject.skin_tone").number() < 4));
        }
        assertThat(walk)
                .containsExactly(
                        List.of(true, true), List.of(true, false), List.of(false, true), List.of(false, false));
    }

    @Example
    void eachDayOfAPartitionHasPeopleOfItsOwn() {
        DatasetSpec spec = SpecReader.parse("limner: 1\nname: a\nsamples: 3\nseed: 4", "a test");
        DatasetSpec monday = spec.partition("ds=2026-11-16");

        assertThat(monday.seed())
                .isEqualTo(spec.partition("ds=2026-11-16").seed())
                .isNotNegative();
        assertThat(new SceneDesign(monday).scene(0))
                .isNotEqualTo(new SceneDesign(spec.partition("ds=2026-11-17")).scene(0));
    }
}
