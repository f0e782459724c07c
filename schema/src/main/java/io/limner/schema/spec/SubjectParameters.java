package io.limner.schema.spec;

import static io.limner.schema.spec.Define.any;
import static io.limner.schema.spec.Define.beta;
import static io.limner.schema.spec.Define.choice;
import static io.limner.schema.spec.Define.fixed;
import static io.limner.schema.spec.Define.name;
import static io.limner.schema.spec.Define.normal;
import static io.limner.schema.spec.Define.number;
import static io.limner.schema.spec.Define.range;
import static io.limner.schema.spec.Define.seed;
import static io.limner.schema.spec.Define.uniform;

import io.limner.schema.scene.Blendshape;
import io.limner.schema.scene.Expression;
import io.limner.schema.scene.Hair;
import io.limner.schema.scene.Subject;
import java.util.Arrays;
import java.util.List;

/**
 * Parameters of who is drawn and what they do. Skin tone, ancestry, sex, hair and eye colour are drawn independently of each
 * other on purpose: a dataset whose attributes are uncorrelated teaches no model that one follows from another.
 */
final class SubjectParameters {
    private SubjectParameters() {}

    static List<Parameter> subject() {
        return List.of(
                name(
                        "subject.head",
                        Subject.Head.class,
                        choice("makehuman", "makehuman", 1),
                        scene -> scene.subject().identity().head(),
                        "where the shape of the head comes from; user: a file of the spec's assets"),
                number(
                        "subject.age",
                        range(3, 90, "yr"),
                        uniform(18, 80, 30),
                        scene -> scene.subject().age(),
                        "age that the face shows"),
                name(
                        "subject.sex",
                        Subject.Sex.class,
                        any(Subject.Sex.class, Subject.Sex.FEMALE),
                        scene -> scene.subject().sex(),
                        "artists' archetype that shapes face and neck; not a population statistic"),
                number(
                        "subject.dimorphism",
                        range(0, 1, ""),
                        uniform(0.6, 1, 1),
                        scene -> scene.subject().identity().dimorphism(),
                        "how far the shape goes from between the sexes, 0, to the archetype of the subject's sex, 1"),
                number(
                        "subject.ancestry.african",
                        range(0, 1, ""),
                        beta(0.4, 0.5, 1),
                        scene -> scene.subject().ancestry().african(),
                        "weight of the African archetype of the head's shape; the three weights are divided by their sum"),
                number(
                        "subject.ancestry.asian",
                        range(0, 1, ""),
                        beta(0.4, 0.5, 1),
                        scene -> scene.subject().ancestry().asian(),
                        "weight of the Asian archetype of the head's shape"),
                number(
                        "subject.ancestry.european",
                        range(0, 1, ""),
                        beta(0.4, 0.5, 1),
                        scene -> scene.subject().ancestry().european(),
                        "weight of the European archetype of the head's shape"),
                seed(
                        "subject.identity_seed",
                        scene -> scene.subject().identity().seed(),
                        "chooses what makes this person differ from the archetypes"),
                number(
                        "subject.identity_strength",
                        range(0, 1.5, ""),
                        fixed(1, 0),
                        scene -> scene.subject().identity().strength(),
                        "scale of the differences: 0 none, 1 natural"),
                number(
                        "subject.body_mass",
                        range(0, 1, ""),
                        normal(0.45, 0.2, 0, 1, 0.5),
                        scene -> scene.subject().identity().bodyMass(),
                        "0 lean, 0.5 average, 1 heavy"),
                number(
                        "subject.skin_tone",
                        new Domain.Integers(1, 10, "Monk"),
                        new Parameter.Standard(new Uniform(1, 10, Grain.WHOLE), Value.of(4)),
                        scene -> scene.subject().complexion().skinTone(),
                        "Monk skin tone, 1 the lightest, 10 the darkest"),
                number(
                        "subject.freckles",
                        range(0, 1, ""),
                        normal(0, 0.25, 0, 1, 0),
                        scene -> scene.subject().complexion().skin().freckles(),
                        "0 none, 1 dense"),
                number(
                        "subject.blemishes",
                        range(0, 1, ""),
                        normal(0, 0.2, 0, 1, 0),
                        scene -> scene.subject().complexion().skin().blemishes(),
                        "spots of inflamed skin: 0 none, 1 many"),
                number(
                        "subject.wrinkles",
                        range(0, 2, ""),
                        normal(1, 0.25, 0.3, 1.7, 1),
                        scene -> scene.subject().complexion().skin().wrinkles(),
                        "lines and age spots: 0 none, 1 as usual at the subject's age, 2 many"),
                number(
                        "subject.shine",
                        range(0, 1, ""),
                        uniform(0.1, 0.6, 0.3),
                        scene -> scene.subject().complexion().skin().shine(),
                        "gloss of the skin: 0 matt, 1 oily"),
                name(
                        "subject.eye_color",
                        Subject.EyeColor.class,
                        choice("brown", "dark_brown", 4, "brown", 3, "hazel", 1, "green", 1, "blue", 2, "grey", 1),
                        scene -> scene.subject().complexion().eyeColor(),
                        "colour of the iris"));
    }

    static List<Parameter> makeup() {
        return List.of(
                number(
                        "subject.lipstick",
                        range(0, 1, ""),
                        choice(0, 0, 9, 0.4, 1),
                        scene -> scene.subject().complexion().makeup().lips().strength(),
                        "lipstick: 0 none, 1 opaque; put on as said, whatever the sex"),
                name(
                        "subject.lipstick_color",
                        Subject.LipstickColor.class,
                        any(Subject.LipstickColor.class, Subject.LipstickColor.RED),
                        scene -> scene.subject().complexion().makeup().lips().color(),
                        "colour of the lipstick"),
                number(
                        "subject.eye_shadow",
                        range(0, 1, ""),
                        choice(0, 0, 9, 0.4, 1),
                        scene -> scene.subject().complexion().makeup().lids().strength(),
                        "eye shadow on the upper lids: 0 none, 1 strong"),
                name(
                        "subject.eye_shadow_color",
                        Subject.EyeShadowColor.class,
                        any(Subject.EyeShadowColor.class, Subject.EyeShadowColor.BROWN),
                        scene -> scene.subject().complexion().makeup().lids().color(),
                        "colour of the eye shadow"),
                number(
                        "subject.eyeliner",
                        range(0, 1, ""),
                        choice(0, 0, 9, 0.5, 1),
                        scene -> scene.subject().complexion().makeup().eyeliner(),
                        "line along the upper lashes: 0 none, 1 black"),
                number(
                        "subject.blush",
                        range(0, 1, ""),
                        choice(0, 0, 9, 0.4, 1),
                        scene -> scene.subject().complexion().makeup().blush(),
                        "rouge on the cheeks: 0 none, 1 strong"));
    }

    static List<Parameter> hair() {
        return List.of(
                name(
                        "hair.style",
                        Hair.Style.class,
                        choice(
                                "short",
                                "bald",
                                1,
                                "buzz",
                                2,
                                "short",
                                4,
                                "side_part",
                                4,
                                "curly",
                                3,
                                "afro",
                                2,
                                "bob",
                                4,
                                "long",
                                3,
                                "crew_cut",
                                2,
                                "pixie",
                                2,
                                "slicked_back",
                                2),
                        scene -> scene.hair().scalp().style(),
                        "cut of the scalp hair"),
                number(
                        "hair.length",
                        range(0.5, 2, ""),
                        uniform(0.8, 1.3, 1),
                        scene -> scene.hair().scalp().length(),
                        "length of the scalp hair: 1 is usual for the cut"),
                number(
                        "hair.curl",
                        range(0, 1, ""),
                        normal(0.1, 0.2, 0, 0.8, 0),
                        scene -> scene.hair().scalp().curl(),
                        "0 straight, 0.3 wavy, 0.6 curly, 1 coily; curly is at least 0.62, afro at least 0.95"),
                number(
                        "hair.density",
                        range(0.2, 1, ""),
                        uniform(0.7, 1, 1),
                        scene -> scene.hair().scalp().density(),
                        "how full the scalp hair is: 1 full, 0.2 so thin that the scalp shows"),
                number(
                        "hair.parting",
                        range(-1, 1, ""),
                        uniform(-1, 1, 0.4),
                        scene -> scene.hair().scalp().parting(),
                        "where bob and long are parted, from the subject's right, -1, over the middle, 0, to the left, 1; side_part and "
                                + "pixie keep off the middle; short, crew_cut and curly are swept to that side; the others have no parting"),
                name(
                        "hair.color",
                        Hair.Color.class,
                        choice(
                                "brown",
                                "black",
                                4,
                                "dark_brown",
                                4,
                                "brown",
                                3,
                                "auburn",
                                1,
                                "blond",
                                2,
                                "grey",
                                1,
                                "white",
                                0.5),
                        scene -> scene.hair().shade().color(),
                        "colour of scalp hair, brows and stubble before they turn grey"),
                number(
                        "hair.grey_age",
                        range(10, 150, "yr"),
                        normal(56, 10, 36, 85, 75),
                        scene -> scene.hair().shade().greyAge(),
                        "age at which half of the scalp's hairs are grey; most of them turn in the ten years about it"),
                number(
                        "hair.brow_density",
                        range(0, 1, ""),
                        uniform(0.3, 0.9, 0.6),
                        scene -> scene.hair().browDensity(),
                        "0 almost none, 1 bushy"),
                number(
                        "hair.stubble",
                        range(0, 1, ""),
                        choice(0, 0, 9, 0.3, 1),
                        scene -> scene.hair().facial().stubble(),
                        "shadow of a shaved beard, 0 none, 1 strong; drawn as said, whatever the sex"),
                name(
                        "hair.facial_style",
                        Hair.FacialStyle.class,
                        choice("none", "none", 1),
                        scene -> scene.hair().facial().style(),
                        "cut of beard and moustache; drawn as said, whatever the sex"),
                number(
                        "hair.facial_length",
                        range(0.5, 2, ""),
                        uniform(0.7, 1.4, 1),
                        scene -> scene.hair().facial().length(),
                        "length of beard and moustache: 1 is usual for the cut"),
                number(
                        "hair.facial_grey",
                        range(0, 1, ""),
                        choice(0, 0, 4, 0.15, 1, 0.5, 1, 0.9, 1),
                        scene -> scene.hair().facial().grey(),
                        "share of grey among the hairs of beard and moustache; the others have the colour of the scalp hair"),
                seed("hair.seed", scene -> scene.hair().seed(), "chooses the single strands"));
    }

    static List<Parameter> expression() {
        return List.of(
                name(
                        "expression.preset",
                        Expression.Preset.class,
                        choice(
                                "neutral",
                                "neutral",
                                4,
                                "smile",
                                4,
                                "laugh",
                                1,
                                "mouth_open",
                                2,
                                "blink",
                                1,
                                "sad",
                                1,
                                "angry",
                                1,
                                "surprise",
                                1,
                                "fear",
                                0.5,
                                "disgust",
                                0.5,
                                "contempt",
                                0.5,
                                "wink",
                                0.5,
                                "kiss",
                                0.5,
                                "yawn",
                                0.5),
                        scene -> scene.expression().preset(),
                        "named combination of the movements below"),
                number(
                        "expression.intensity",
                        range(0, 1, ""),
                        uniform(0.2, 0.9, 1),
                        scene -> scene.expression().intensity(),
                        "strength of the preset: 0 neutral, 1 full"));
    }

    /** The single movements, which a preset adds to. */
    static List<Parameter> movements() {
        return Arrays.stream(Blendshape.values())
                .map(movement -> number(
                        movement.parameter(),
                        range(0, 1, ""),
                        fixed(0, 0),
                        scene -> scene.expression().strength(movement),
                        movement.meaning()))
                .toList();
    }

    static List<Parameter> pose() {
        return List.of(
                number(
                        "head.yaw",
                        range(-90, 90, "deg"),
                        normal(0, 20, -60, 60, 0),
                        scene -> scene.head().yaw(),
                        "turn of the head, positive to the subject's own left"),
                number(
                        "head.pitch",
                        range(-60, 60, "deg"),
                        normal(0, 8, -30, 30, 0),
                        scene -> scene.head().pitch(),
                        "nod of the head, positive looks down"),
                number(
                        "head.roll",
                        range(-60, 60, "deg"),
                        normal(0, 6, -25, 25, 0),
                        scene -> scene.head().roll(),
                        "tilt of the head, positive tips its top to the subject's own right"),
                number(
                        "gaze.yaw",
                        range(-35, 35, "deg"),
                        normal(0, 9, -28, 28, 0),
                        scene -> scene.gaze().yaw(),
                        "where both eyes look relative to the head, positive to the subject's own left"),
                number(
                        "gaze.pitch",
                        range(-25, 25, "deg"),
                        normal(0, 5, -15, 15, 0),
                        scene -> scene.gaze().pitch(),
                        "where both eyes look relative to the head, positive looks down"));
    }
}
