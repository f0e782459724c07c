package io.limner.renderer.head;

import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Gaze;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How strong each movement of a face is: the preset's share and the single movements add up to at most 1, the lids follow the gaze,
 * and movements that pull at the same piece of skin share its reach. The table {@code presets.txt} says what presets are.
 */
final class FaceMovements {
    /** Turns of the eyeballs, degrees, that the sculpted lids of full strength belong to. */
    private static final double LOOK_DOWN = 24;

    private static final double LOOK_UP = 20;
    private static final double LOOK_ASIDE = 28;

    /** How far the jaw opens for the whole tongue, and how much lips press that are told to close when they are shut. */
    private static final double TONGUE_OPENS = 0.4;

    private static final double CLOSE_PRESSES = 0.5;

    /** How far an opening jaw lifts the upper lip, so that the edges of the incisors show, and the most of it. */
    private static final double JAW_LIFTS = 0.9;

    private static final double MOST_LIFTED = 0.4;

    /** Movements that pull at the same skin, and the most that they may add up to. */
    private static final List<Limit> LIMITS = List.of(
            new Limit(1.1, Blendshape.MOUTH_FUNNEL, Blendshape.MOUTH_PUCKER),
            new Limit(
                    1.2,
                    Blendshape.MOUTH_SMILE_LEFT,
                    Blendshape.MOUTH_FROWN_LEFT,
                    Blendshape.MOUTH_DIMPLE_LEFT,
                    Blendshape.MOUTH_STRETCH_LEFT,
                    Blendshape.MOUTH_PRESS_LEFT),
            new Limit(
                    1.2,
                    Blendshape.MOUTH_SMILE_RIGHT,
                    Blendshape.MOUTH_FROWN_RIGHT,
                    Blendshape.MOUTH_DIMPLE_RIGHT,
                    Blendshape.MOUTH_STRETCH_RIGHT,
                    Blendshape.MOUTH_PRESS_RIGHT),
            new Limit(1, Blendshape.MOUTH_LEFT, Blendshape.MOUTH_RIGHT),
            new Limit(1, Blendshape.JAW_LEFT, Blendshape.JAW_RIGHT),
            new Limit(1.8, Blendshape.BROW_DOWN_LEFT, Blendshape.BROW_OUTER_UP_LEFT, Blendshape.BROW_INNER_UP),
            new Limit(1.8, Blendshape.BROW_DOWN_RIGHT, Blendshape.BROW_OUTER_UP_RIGHT, Blendshape.BROW_INNER_UP));

    private static final Map<Expression.Preset, Map<Blendshape, Double>> PRESETS = load();

    private FaceMovements() {}

    private record Limit(double most, Blendshape... members) {}

    /** Strengths, above 0 and at most 1; movements that are left out are 0. */
    static Map<Blendshape, Double> of(Expression expression, Gaze gaze) {
        Map<Blendshape, Double> out = asked(expression);
        look(out, gaze);
        out.replaceAll((movement, strength) -> Math.min(1, strength));
        mouth(out);
        share(out);
        return out;
    }

    /** What an expression names, preset and single movements added up, without what follows from it. */
    static Map<Blendshape, Double> asked(Expression expression) {
        Map<Blendshape, Double> out = new EnumMap<>(Blendshape.class);
        PRESETS.get(expression.preset())
                .forEach((movement, share) -> add(out, movement, share * expression.intensity()));
        expression.movements().forEach((movement, strength) -> add(out, movement, strength));
        return out;
    }

    /** Scales groups to their limits; what is in two groups takes the smaller share, so that neither side of the face comes first. */
    private static void share(Map<Blendshape, Double> out) {
        Map<Blendshape, Double> shares = new EnumMap<>(Blendshape.class);
        for (Limit limit : LIMITS) {
            double sum = 0;
            for (Blendshape member : limit.members) {
                sum += out.getOrDefault(member, 0.0);
            }
            if (sum > limit.most) {
                for (Blendshape member : limit.members) {
                    shares.merge(member, limit.most / sum, Math::min);
                }
            }
        }
        shares.forEach((member, share) -> out.computeIfPresent(member, (m, strength) -> strength * share));
    }

    /** The strengths of a preset at full intensity. */
    static Map<Blendshape, Double> preset(Expression.Preset preset) {
        return Collections.unmodifiableMap(PRESETS.get(preset));
    }

    /** The tongue needs an open mouth, lips close over no more than the jaw has opened: beyond that they press. An opening jaw lifts the upper one. */
    private static void mouth(Map<Blendshape, Double> out) {
        double tongue = out.getOrDefault(Blendshape.TONGUE_OUT, 0.0);
        if (tongue > 0) {
            out.merge(Blendshape.JAW_OPEN, TONGUE_OPENS * tongue, Math::max);
            out.computeIfPresent(Blendshape.MOUTH_CLOSE, (movement, strength) -> strength * (1 - tongue));
        }
        double open = out.getOrDefault(Blendshape.JAW_OPEN, 0.0);
        double close = out.getOrDefault(Blendshape.MOUTH_CLOSE, 0.0);
        if (close > open) {
            out.put(Blendshape.MOUTH_CLOSE, open);
            add(out, Blendshape.MOUTH_PRESS_LEFT, CLOSE_PRESSES * (close - open));
            add(out, Blendshape.MOUTH_PRESS_RIGHT, CLOSE_PRESSES * (close - open));
        }
        double lifted = Math.min(MOST_LIFTED, JAW_LIFTS * (open - close));
        if (lifted > 0) {
            out.merge(Blendshape.MOUTH_UPPER_UP_LEFT, lifted, Math::max);
            out.merge(Blendshape.MOUTH_UPPER_UP_RIGHT, lifted, Math::max);
        }
    }

    private static void look(Map<Blendshape, Double> out, Gaze gaze) {
        double down = gaze.pitch() / LOOK_DOWN;
        add(out, Blendshape.EYE_LOOK_DOWN_LEFT, down);
        add(out, Blendshape.EYE_LOOK_DOWN_RIGHT, down);
        double up = -gaze.pitch() / LOOK_UP;
        add(out, Blendshape.EYE_LOOK_UP_LEFT, up);
        add(out, Blendshape.EYE_LOOK_UP_RIGHT, up);
        double left = gaze.yaw() / LOOK_ASIDE;
        add(out, Blendshape.EYE_LOOK_OUT_LEFT, left);
        add(out, Blendshape.EYE_LOOK_IN_RIGHT, left);
        add(out, Blendshape.EYE_LOOK_IN_LEFT, -left);
        add(out, Blendshape.EYE_LOOK_OUT_RIGHT, -left);
    }

    /** Negative strengths are those of the opposite movement, which is added on its own. */
    private static void add(Map<Blendshape, Double> out, Blendshape movement, double strength) {
        if (strength > 0) {
            out.merge(movement, strength, Double::sum);
        }
    }

    private static Map<Expression.Preset, Map<Blendshape, Double>> load() {
        Map<Expression.Preset, Map<Blendshape, Double>> out = new EnumMap<>(Expression.Preset.class);
        for (Expression.Preset preset : Expression.Preset.values()) {
            out.put(preset, new EnumMap<>(Blendshape.class));
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                FaceMovements.class.getResourceAsStream("presets.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] words = line.strip().split("\\s+");
                    Map<Blendshape, Double> strengths =
                            out.get(Expression.Preset.valueOf(words[0].toUpperCase(Locale.ROOT)));
                    for (int i = 1; i < words.length; i++) {
                        String[] pair = words[i].split(":");
                        for (String side : new String[] {"left", "right"}) {
                            String name = pair[0].replace("*", side).toUpperCase(Locale.ROOT);
                            strengths.put(Blendshape.valueOf(name), Double.parseDouble(pair[1]));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }
}
