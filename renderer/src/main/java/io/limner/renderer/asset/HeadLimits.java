package io.limner.renderer.asset;

import io.limner.renderer.head.UserHead;
import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.Domain;
import io.limner.schema.spec.LabelKind;
import io.limner.schema.spec.Parameter;
import io.limner.schema.spec.Parameters;
import io.limner.schema.spec.Value;
import java.util.Map;
import java.util.Set;

/** What a head of the user's does not have: a scene that asks for it is refused, rather than drawn without it. */
final class HeadLimits {
    private static final String NONE = "none";
    /** What hair must be. */
    private static final Map<String, String> HAIR =
            Map.of("hair.style", "bald", "hair.facial_style", NONE, "hair.stubble", "0");

    private HeadLimits() {}

    static void check(UserHead head, Scene scene, Set<LabelKind> labels) {
        if (labels.contains(LabelKind.DENSE_LANDMARKS)) {
            throw lacking(
                    head, "labels", "dense_landmarks", "only the 68 points are known on it; leave dense_landmarks out");
        }
        if (labels.contains(LabelKind.CANONICAL)) {
            throw lacking(
                    head, "labels", "canonical", "its surface has no places on Limner's head; leave canonical out");
        }
        for (Parameter parameter : Parameters.all()) {
            String name = parameter.name();
            boolean worn = name.startsWith("wear.")
                    && parameter.domain() instanceof Domain.Names names
                    && names.names().contains(NONE);
            String wanted = worn ? NONE : HAIR.get(name);
            Value value = parameter.in().apply(scene);
            if (wanted != null && !value.toString().equals(wanted)) {
                throw lacking(
                        head,
                        name,
                        value.toString(),
                        "it has no hair and wears nothing; write " + name + ": " + wanted);
            }
        }
        for (Blendshape movement : head.missing(scene.expression())) {
            throw lacking(
                    head,
                    "expression",
                    scene.expression().preset().name().toLowerCase(java.util.Locale.ROOT),
                    "it has no morph for " + movement.arkitName()
                            + ", which this needs; add the morph to the file beside it, or draw other expressions");
        }
    }

    private static AssetException lacking(UserHead head, String key, String value, String rule) {
        return new AssetException(
                AssetException.LACKING,
                key + " = " + value + "  on the head " + head.source().file() + ": " + rule);
    }
}
