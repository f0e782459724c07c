package io.limner.renderer.head;

import io.limner.schema.scene.Subject;

/**
 * Age, sex, ancestry and body mass: blends of whole-body archetypes. Ages lie piecewise linearly between the archetypes of 1, 10, 25
 * and 90 years, as MakeHuman's age slider places them.
 */
final class MacroShape {
    private static final String[] AGES = {"baby", "child", "young", "old"};
    private static final double[] YEARS = {1, 10, 25, 90};
    /** Full minimum and maximum of weight are caricatures of a face; this is as far as body mass goes towards them. */
    private static final double MASS_REACH = 0.8;

    /** All archetypes in equal parts. */
    static final Subject.Ancestry EVEN = new Subject.Ancestry(1, 1, 1);

    private MacroShape() {}

    /** Adds the archetypes of {@code subject}. */
    static void add(Subject subject, Morphs morphs) {
        double[] ages = ageWeights(subject.age());
        double own = 0.5 + 0.5 * subject.identity().dimorphism();
        double female = subject.sex() == Subject.Sex.FEMALE ? own : 1 - own;
        for (int a = 0; a < AGES.length; a++) {
            addArchetype("female", AGES[a], ages[a] * female, subject, morphs);
            addArchetype("male", AGES[a], ages[a] * (1 - female), subject, morphs);
        }
    }

    /** The young adult between all archetypes, by which rest positions are defined. */
    static void addNeutral(Morphs morphs) {
        for (Subject.Sex sex : Subject.Sex.values()) {
            String name = sex == Subject.Sex.FEMALE ? "female" : "male";
            morphs.add("macrodetails/universal-" + name + "-young-averagemuscle-averageweight", 0.5);
            addAncestry(name + "-young", 0.5, EVEN, morphs);
        }
    }

    /** Weights of baby, child, young and old; they sum to 1. */
    static double[] ageWeights(double age) {
        double[] weights = new double[AGES.length];
        int upper = 1;
        while (upper < YEARS.length - 1 && age > YEARS[upper]) {
            upper++;
        }
        double t = (age - YEARS[upper - 1]) / (YEARS[upper] - YEARS[upper - 1]);
        t = Math.max(0, Math.min(1, t));
        weights[upper - 1] = 1 - t;
        weights[upper] = t;
        return weights;
    }

    /** Weights of the African, Asian and European archetype, divided by their sum; even if all are zero. */
    static double[] ancestryWeights(Subject.Ancestry ancestry) {
        double sum = ancestry.african() + ancestry.asian() + ancestry.european();
        return sum <= 0
                ? new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}
                : new double[] {ancestry.african() / sum, ancestry.asian() / sum, ancestry.european() / sum};
    }

    private static void addArchetype(String sex, String age, double weight, Subject subject, Morphs morphs) {
        double mass = (subject.identity().bodyMass() - 0.5) * 2 * MASS_REACH;
        String body = "macrodetails/universal-" + sex + "-" + age + "-averagemuscle-";
        morphs.add(body + "averageweight", weight * (1 - Math.abs(mass)));
        morphs.add(body + (mass < 0 ? "minweight" : "maxweight"), weight * Math.abs(mass));
        addAncestry(sex + "-" + age, weight, subject.ancestry(), morphs);
    }

    private static void addAncestry(String archetype, double weight, Subject.Ancestry ancestry, Morphs morphs) {
        double[] weights = ancestryWeights(ancestry);
        morphs.add("macrodetails/african-" + archetype, weight * weights[0]);
        morphs.add("macrodetails/asian-" + archetype, weight * weights[1]);
        morphs.add("macrodetails/caucasian-" + archetype, weight * weights[2]);
    }
}
