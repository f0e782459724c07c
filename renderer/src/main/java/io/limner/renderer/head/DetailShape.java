package io.limner.renderer.head;

import io.limner.schema.scene.Subject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a person differ from the archetypes: signed modifiers of the face, each the sum of a few latent factors that it shares
 * with others (a large nose is long, deep and wide) and of noise of its own. The table {@code modifiers.txt} says which.
 */
final class DetailShape {
    private static final double ASYMMETRY = 0.16;
    private static final double CHILD_SHARE = 0.35;
    private static final double LIMIT = 0.7;
    /** The table's deviations are relative to one another; this makes them as strong as people differ. */
    private static final double SCALE = 0.75;

    private final List<Modifier> modifiers;

    private DetailShape(List<Modifier> modifiers) {
        this.modifiers = modifiers;
    }

    /** Reads the table from the class path. */
    static DetailShape load() {
        List<Modifier> modifiers = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                DetailShape.class.getResourceAsStream("modifiers.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    modifiers.add(Modifier.parse(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DetailShape(modifiers);
    }

    /** Adds the modifiers of {@code subject}; children differ less than adults do. */
    void add(Subject subject, Morphs morphs) {
        double strength = SCALE * subject.identity().strength() * ageScale(subject.age());
        if (strength == 0) {
            return;
        }
        KeyedNormal normal = new KeyedNormal(subject.identity().seed());
        for (Modifier modifier : modifiers) {
            double value = modifier.value(normal);
            if (modifier.sided()) {
                for (String side : new String[] {"l", "r"}) {
                    double own = modifier.sigma * ASYMMETRY * normal.of(modifier.key() + "/" + side);
                    modifier.addTo(morphs, side, clamp(strength * (value + own)));
                }
            } else {
                modifier.addTo(morphs, "", clamp(strength * value));
            }
        }
    }

    private static double ageScale(double age) {
        return CHILD_SHARE + (1 - CHILD_SHARE) * Math.max(0, Math.min(1, (age - 3) / 17));
    }

    private static double clamp(double value) {
        return Math.max(-LIMIT, Math.min(LIMIT, value));
    }

    private record Loading(String factor, double weight) {}

    /** One signed modifier: a target for each sign, {@code *} stands for the side. */
    private record Modifier(String name, String negative, String positive, double sigma, List<Loading> loadings) {

        static Modifier parse(String line) {
            String[] words = line.trim().split("\\s+");
            List<Loading> loadings = new ArrayList<>();
            for (int i = 4; i < words.length; i++) {
                String[] pair = words[i].split(":");
                loadings.add(new Loading(pair[0], Double.parseDouble(pair[1])));
            }
            return new Modifier(words[0], words[1], words[2], Double.parseDouble(words[3]), loadings);
        }

        /** What its own noise is drawn by; several modifiers share a name and differ in their targets. */
        String key() {
            return name + "-" + negative + "-" + positive;
        }

        boolean sided() {
            return name.contains("*");
        }

        double value(KeyedNormal normal) {
            double shared = 0;
            double explained = 0;
            for (Loading loading : loadings) {
                shared += loading.weight * normal.of("factor/" + loading.factor);
                explained += loading.weight * loading.weight;
            }
            return sigma * (shared + StrictMath.sqrt(Math.max(0.09, 1 - explained)) * normal.of(key()));
        }

        void addTo(Morphs morphs, String side, double value) {
            String suffix = value < 0 ? negative : positive;
            if (!suffix.equals("none")) {
                morphs.add(name.replace("*", side) + "-" + suffix, Math.abs(value));
            }
        }
    }
}
