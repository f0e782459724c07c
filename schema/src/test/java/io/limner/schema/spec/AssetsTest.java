package io.limner.schema.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limner.schema.design.SceneDesign;
import io.limner.schema.sample.Hashes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private static DatasetSpec spec(String lines) {
        return SpecReader.parse("limner: 1\nname: own\nsamples: 10\n" + lines + "\n", "own.yaml");
    }

    @Test
    void filesAndFoldersAreNamedAloneInListsAndPinned() {
        DatasetSpec spec = spec("assets: { backgrounds: photos, environments: [a.hdr, { file: b/c.hdr, sha256: " + HASH
                + " }] }\nparameters: { background.style: { choice: [user, plain] } }");
        assertThat(spec.assets().of(AssetKind.BACKGROUNDS)).containsExactly(new Asset("photos", ""));
        assertThat(spec.assets().of(AssetKind.ENVIRONMENTS))
                .containsExactly(new Asset("a.hdr", ""), new Asset("b/c.hdr", HASH));
        DatasetSpec again = SpecReader.parse(spec.canonical(), "canonical");
        assertThat(again).isEqualTo(spec);
        assertThat(again.hash()).isEqualTo(spec.hash());
        assertThat(spec("").canonical()).doesNotContain("assets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.png",
                "a/../../b",
                "/etc/passwd",
                "%2e%2e/a",
                "file:///a",
                "http://127.0.0.1/a",
                "a//b",
                "a/",
                "a\\b",
                ".ssh/id",
                "a/ b",
                "a?b",
                "a#b"
            })
    void aNameThatCouldClimbIsRefused(String name) {
        assertThat(Asset.fault(name)).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> new Asset(name, ""));
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> spec("assets:\n  backgrounds: '" + name + "'"))
                .withMessageContaining("own.yaml:5  assets.backgrounds = ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assets: { backdrops: a } | there is no such key",
                "assets: { backgrounds: [a, a] } | is named twice",
                "assets: { backgrounds: { file: a } } | is missing",
                "assets: { backgrounds: { file: a, sha256: abc } } | 64 hexadecimal digits",
                "assets: { backgrounds: [] } | must name 1 to",
                "assets: { heads: [ada.head.json] } | names only what lies beside a head",
                "assets: { heads: [{ file: ada, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef }] } | must end with .glb",
                "parameters: { background.style: user } | takes a file of your own, and the spec names none",
                "parameters: { light.environment: { choice: [user, noon] } } | add assets: { environments: a-file-or-folder }",
            })
    void whatMakesNoSenseIsRefused(String lines, String why) {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> spec(lines))
                .withMessageContaining("own.yaml:4")
                .withMessageContaining(why);
    }

    @Test
    void beside() {
        assertThat(AssetKind.beside("a.b/ada.glb")).isEqualTo("a.b/ada.head.json");
        assertThat(AssetKind.beside("a.b/ada")).isEqualTo("a.b/ada.head.json");
        assertThat(AssetKind.beside("ada")).isEqualTo("ada.head.json");
    }

    @Test
    void aSampleIsTheContentOfTheFilesThatItShows() {
        DatasetSpec spec = spec("assets: { backgrounds: a.png }\nparameters: { background.style: user }");
        SceneDesign design = new SceneDesign(spec);
        DatasetSpec one = spec.with(pinned(HASH));
        DatasetSpec other = spec.with(pinned(HASH.replace('0', '1')));
        assertThat(Hashes.sample(design.scene(0), one)).isNotEqualTo(Hashes.sample(design.scene(0), other));
        assertThat(one.hash()).isNotEqualTo(other.hash());
        DatasetSpec plain = spec("assets: { backgrounds: a.png }\nparameters: { background.style: plain }");
        assertThat(Hashes.sample(new SceneDesign(plain).scene(0), plain.with(pinned(HASH))))
                .isEqualTo(Hashes.sample(new SceneDesign(plain).scene(0), plain.with(Assets.NONE)));
    }

    private static Assets pinned(String hash) {
        return new Assets(Map.of(AssetKind.BACKGROUNDS, List.of(new Asset("a.png", hash))));
    }
}
