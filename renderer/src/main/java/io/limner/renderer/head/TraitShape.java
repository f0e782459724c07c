package io.limner.renderer.head;

import io.limner.schema.scene.Subject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What sex, age and body mass do to a face beyond the archetypes, which tell women from men mostly by their bodies. The table
 * {@code traits.txt} says which targets, and how much of them.
 */
final class TraitShape {
    /** Ages between which the shape of the sexes appears, that of a child is lost, that of the old comes; years. */
    private static final double[] GROWN = {9, 19};

    private static final double[] CHILD = {15, 5};
    private static final double[] OLD = {45, 85};

    private final Map<String, Map<String, Double>> traits;

    private TraitShape(Map<String, Map<String, Double>> traits) {
        this.traits = traits;
    }

    /** Reads the table from the class path. */
    static TraitShape load() {
        Map<String, Map<String, Double>> traits = new TreeMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(TraitShape.class.getResourceAsStream("traits.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] words = line.trim().split("\\s+");
                    Map<String, Double> targets = traits.computeIfAbsent(words[0], trait -> new TreeMap<>());
                    for (int i = 1; i < words.length; i++) {
                        String[] pair = words[i].split(":");
                        for (String side : new String[] {"l", "r"}) {
                            targets.put(pair[0].replace("*", side), Double.parseDouble(pair[1]));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TraitShape(traits);
    }

    /** Adds what the traits of {@code subject} do. */
    void add(Subject subject, Morphs morphs) {
        double sexual = subject.identity().dimorphism() * ramp(GROWN, subject.age());
        double mass = (subject.identity().bodyMass() - 0.5) * 2;
        add("all", 1, morphs);
        add(subject.sex() == Subject.Sex.FEMALE ? "female" : "male", sexual, morphs);
        add("child", ramp(CHILD, subject.age()), morphs);
        add("old", ramp(OLD, subject.age()), morphs);
        add(mass < 0 ? "lean" : "heavy", Math.abs(mass), morphs);
    }

    private void add(String trait, double strength, Morphs morphs) {
        if (strength > 0) {
            traits.get(trait).forEach((target, weight) -> morphs.add(target, strength * weight));
        }
    }

    /** 0 at the first of two ages and 1 at the second, straight between them. */
    private static double ramp(double[] ages, double age) {
        return Math.max(0, Math.min(1, (age - ages[0]) / (ages[1] - ages[0])));
    }
}
