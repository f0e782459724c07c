package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecReaderTest {
    private static final String SMALL = "limner: 1\nname: small\nsamples: 3\n";

    @TempDir
    private Path folder;

    private static DatasetSpec parse(String text) {
        return SpecReader.parse(text, "test.yaml");
    }

    private static Distribution drawn(String parameter, String said) {
        return parse(SMALL + "parameters:\n  " + parameter + ": " + said)
                .parameters()
                .get(parameter);
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("spec.yaml"), text);
    }

    @Test
    void readsEverythingThatASpecCanSay() {
        DatasetSpec spec = parse("""
                limner: 1
                name: my_faces-2
                seed: 9223372036854775807
                samples: 1000000000000
                image: { width: 256, height: 320, format: png }
                labels: [depth, landmarks]
                parameters:
                  subject.age: { uniform: [18, 80] }
                """);

        assertThat(spec.name()).isEqualTo("my_faces-2");
        assertThat(spec.seed()).isEqualTo(Long.MAX_VALUE);
        assertThat(spec.samples()).isEqualTo(1_000_000_000_000L);
        assertThat(spec.output().image()).isEqualTo(new ImageSettings(256, 320, ImageFormat.PNG, 100));
        assertThat(spec.output().labels()).containsExactly(LabelKind.LANDMARKS, LabelKind.DEPTH);
        assertThat(spec.parameters()).containsOnlyKeys(Parameters.names());
    }

    @Test
    void whatIsLeftOutTakesItsDefault() {
        DatasetSpec spec = parse(SMALL);

        assertThat(spec.seed()).isZero();
        assertThat(spec.output().image()).isEqualTo(new ImageSettings(512, 512, ImageFormat.JPEG, 95));
        assertThat(spec.output().labels()).isEqualTo(LabelKind.standard());
        Parameters.all().forEach(parameter -> assertThat(spec.parameters().get(parameter.name()))
                .isEqualTo(parameter.standard().varied()));
    }

    @Test
    void neutralPinsEverythingThatIsNotSaid() {
        DatasetSpec spec = parse(SMALL + "defaults: neutral\nparameters: { subject.age: { uniform: [20, 30] } }");

        Parameters.all().forEach(parameter -> assertThat(spec.parameters().get(parameter.name()))
                .isEqualTo(
                        parameter.name().equals("subject.age")
                                ? new Uniform(20, 30, Grain.REAL)
                                : new Fixed(parameter.standard().neutral())));
    }

    @Test
    void noLabelsIsAnAnswer() {
        assertThat(parse(SMALL + "labels: []").output().labels()).isEmpty();
    }

    @Test
    void readsEveryDistribution() {
        assertThat(drawn("head.yaw", "{ fixed: -12.5 }")).isEqualTo(new Fixed(Value.of(-12.5)));
        assertThat(drawn("head.yaw", "1.2e1")).isEqualTo(new Fixed(Value.of(12)));
        assertThat(drawn("subject.sex", "female")).isEqualTo(new Fixed(Value.of("female")));
        assertThat(drawn("subject.sex", "{ choice: [male, 'female'] }"))
                .isEqualTo(drawn("subject.sex", "{ choice: { female: 1, male: 1 } }"));
        assertThat(drawn("subject.skin_tone", "{ choice: { 2: 1, \"5\": 0.5 } }")
                        .json())
                .hasToString("{choice={2=1.0, 5=0.5}}");
        assertThat(drawn("subject.skin_tone", "{ uniform: [2, 5] }")).isEqualTo(new Uniform(2, 5, Grain.WHOLE));
        assertThat(drawn("head.yaw", "{ normal: { mean: 0, sd: 20, min: -60, max: 60 } }"))
                .isEqualTo(new Normal(0, 20, -60, 60, Grain.REAL));
        assertThat(drawn("hair.style", "{ grid: [long, bald] }"))
                .isEqualTo(new Grid(List.of(Value.of("long"), Value.of("bald"))));
    }

    @Test
    void rangesOfAGridAreExactInDecimal() {
        assertThat(drawn("head.yaw", "{ grid: { from: -0.3, to: 0.3, step: 0.1 } }")
                        .bounds())
                .extracting(Value::toString)
                .containsExactly("-0.3", "-0.2", "-0.1", "0", "0.1", "0.2", "0.3");
        assertThat(drawn("head.yaw", "{ grid: { from: 0, to: 10, step: 4 } }").bounds())
                .extracting(Value::toString)
                .containsExactly("0", "4", "8");
        assertThat(drawn("head.yaw", "{ grid: { from: 0, to: 1, count: 4 } }").bounds())
                .extracting(Value::toString)
                .containsExactly("0", "0.333333", "0.666667", "1");
        assertThat(drawn("subject.skin_tone", "{ grid: { from: 1, to: 10, step: 3 } }")
                        .bounds())
                .extracting(Value::toString)
                .containsExactly("1", "4", "7", "10");
    }

    @Test
    void gridsAloneCountTheSamples() {
        String grids = """
                limner: 1
                name: a
                parameters:
                  head.yaw: { grid: { from: -60, to: 60, step: 15 } }
                  head.pitch: { grid: [1, 2] }
                """;

        assertThat(parse(grids).samples()).isEqualTo(18);
        assertThat(parse(grids + "samples: 5").samples()).isEqualTo(5);
    }

    @Test
    void overridesWinOverTheFile() throws Exception {
        Path file = file(SMALL + "image: { width: 64, height: 64 }\nparameters: { head.yaw: 3 }");

        DatasetSpec spec = SpecReader.read(
                file,
                List.of(
                        "samples=7",
                        "image.width=128",
                        "head.yaw={ uniform: [-5, 5] }",
                        "parameters.head.roll=4",
                        "labels=[depth]",
                        "defaults=neutral"));

        assertThat(spec.samples()).isEqualTo(7);
        assertThat(spec.output().image().width()).isEqualTo(128);
        assertThat(spec.output().image().height()).isEqualTo(64);
        assertThat(spec.parameters()).containsEntry("head.yaw", new Uniform(-5, 5, Grain.REAL));
        assertThat(spec.parameters()).containsEntry("head.roll", new Fixed(Value.of(4)));
        assertThat(spec.parameters()).containsEntry("head.pitch", new Fixed(Value.of(0)));
        assertThat(spec.output().labels()).containsExactly(LabelKind.DEPTH);
    }

    @Test
    void faultsOfOverridesAreReportedUnderTheirOwnName() throws Exception {
        Path file = file(SMALL);

        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() ->
                        SpecReader.read(file, List.of("samples=0", "foo", "head.jaw=1", "head.yaw={uniform: [1]}")))
                .withMessageContaining("--set  samples = 0  must be a whole number")
                .withMessageContaining("--set  'foo' is not key=value")
                .withMessageContaining("--set  head.jaw = 1  there is no such key")
                .withMessageContaining("did you mean 'head.yaw'?")
                .withMessageContaining("--set  head.yaw.uniform = [1]  must be two numbers");
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> SpecReader.read(file, List.of("seed=[")))
                .withMessageStartingWith("--set  is not YAML");
    }

    @Test
    void theHashDoesNotCareHowASpecIsWritten() {
        DatasetSpec one = parse("""
                limner: 1
                name: a
                samples: 10
                labels: [depth, normals]
                parameters:
                  head.yaw: { uniform: [-5, 5.0] }
                  subject.skin_tone: { choice: { 2: 1, 9: 3 } }
                """);
        DatasetSpec two = parse("""
                # a comment
                parameters: {"subject.skin_tone": {choice: {9: 3, 2: 1.0}}, "head.yaw": {uniform: [-5.00, 5]}}
                labels: [normals,
                         depth]
                seed: 0
                image: {quality: 95, format: "jpeg"}
                samples: 10
                name: 'a'
                limner: 1
                """);

        assertThat(two).isEqualTo(one);
        assertThat(two.hash()).isEqualTo(one.hash());
    }

    @Test
    void theHashMovesWithWhateverChangesARow() {
        String base = "limner: 1\nname: a\nsamples: 10\n";
        List<String> hashes = List.of(
                parse(base).hash(),
                parse(base.replace("name: a", "name: b")).hash(),
                parse(base.replace("10", "11")).hash(),
                parse(base + "seed: 1").hash(),
                parse(base + "image: { width: 513 }").hash(),
                parse(base + "image: { quality: 94 }").hash(),
                parse(base + "image: { format: png }").hash(),
                parse(base + "labels: [depth]").hash(),
                parse(base + "defaults: neutral").hash(),
                parse(base + "parameters: { head.yaw: 0 }").hash());

        assertThat(hashes).doesNotHaveDuplicates();
    }

    /** Fixed for ever, like the format: SHA-256 of the text above, by another program. */
    @Test
    void theHashIsThatOfTheCanonicalText() {
        DatasetSpec spec = parse(SMALL + "defaults: neutral");

        assertThat(spec.canonical())
                .startsWith("{\"image\":{\"format\":\"jpeg\",\"height\":512,\"quality\":95,\"width\":512},");
        assertThat(spec.canonical()).doesNotContain(" ", "\n");
    }

    @Test
    void aByteOrderMarkOfUtf8IsNoFault() throws Exception {
        Path file = folder.resolve("bom.yaml");
        Files.write(file, ("\uFEFF" + SMALL).getBytes(StandardCharsets.UTF_8));

        assertThat(SpecReader.read(file)).isEqualTo(parse(SMALL));
    }

    @Test
    void windowsLineEndsAreNoFault() {
        assertThat(parse(SMALL.replace("\n", "\r\n"))).isEqualTo(parse(SMALL));
    }

    @Test
    void aSpecMadeByHandMustBeComplete() {
        DatasetSpec good = parse(SMALL);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DatasetSpec("a", 1, good.output(), Composition.plain(0, good.parameters()), Assets.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DatasetSpec("a", -1, good.output(), Composition.plain(1, good.parameters()), Assets.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatasetSpec("a", 1, good.output(), Composition.plain(1, Map.of()), Assets.NONE))
                .withMessageContaining("each parameter");
    }

    /** A canonical text may be larger than any file that people write: it travels to executors. */
    @Test
    void theCanonicalFormOfManyLargeGridsCanBeRead() {
        StringBuilder text = new StringBuilder(SMALL + "parameters:\n");
        for (String seed : List.of("subject.identity_seed", "hair.seed", "background.seed", "capture.seed")) {
            text.append("  " + seed + ": { grid: { from: 1000000000, to: 2000000000, step: 100001 } }\n");
        }
        for (String angle : List.of(
                "head.yaw",
                "head.pitch",
                "head.roll",
                "gaze.yaw",
                "light.key_azimuth",
                "light.rotation",
                "wear.clothing_hue",
                "light.key_elevation",
                "subject.age",
                "camera.focal_length")) {
            text.append("  " + angle + ": { grid: { from: 10.000001, to: 19.9999, step: 0.001 } }\n");
        }
        DatasetSpec spec = parse(text.toString());

        assertThat(spec.canonical()).hasSizeGreaterThan(1_100_000);
        assertThat(parse(spec.canonical())).isEqualTo(spec);
    }
}
