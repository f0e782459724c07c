package io.limner.renderer.head.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
    private static final String DATA = "package/public/data/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models/human_full_size.json",
                "targets/targets.bin",
                "skins/young_asian_male/textures/young_lightskinned_male_diffuse3.png",
                "proxies/teeth/Teeth_Base/Teeth_Base.json",
                "proxies/tongue/tongue01/tongue01.json",
                "proxies/eyebrows/eyebrow012/eyebrow012.json",
                "proxies/eyelashes/Eyelashes01/Eyelashes01.json"
            })
    void permitsWhatHasAPublicDomainTwin(String file) {
        assertThat(AllowList.permits(DATA + file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxies/hair/afro01/afro01.json",
                "proxies/eyebrows/Eyebrows_01/Eyebrows_01.json",
                "proxies/eyebrows/eyebrow013/eyebrow013.json",
                "proxies/eyelashes/Eyelashes_01/Eyelashes_01.json",
                "proxies/clothes/suit/suit.json",
                "skins/toon01/textures/toon01.png",
                "skins/young_caucasian_female/textures/young_caucasian_female_special_suit.png",
                "poses/pose.json",
                "proxies/teeth/Teeth_Base/../../clothes/suit.json"
            })
    void refusesEverythingElse(String file) {
        assertThat(AllowList.permits(DATA + file)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"package/index.js", "package/scripts/build.py", "package/package.json"})
    void refusesThePackagesCode(String file) {
        assertThat(AllowList.permits(file)).isFalse();
    }
}
