package io.limner.schema.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    /** From the table of RFC 8785, appendix B, and around the switches between notations. */
    @ParameterizedTest
    @CsvSource({
        "0x0.0000000000001p-1022, 5e-324",
        "0x1.fffffffffffffp1023, 1.7976931348623157e+308",
        "9007199254740992, 9007199254740992",
        "295147905179352830000, 295147905179352830000",
        "9.999999999999997e22, 9.999999999999997e+22",
        "1e23, 1e+23",
        "999999999999999700000, 999999999999999700000",
        "1e21, 1e+21",
        "0.000001, 0.000001",
        "9.999999999999997e-7, 9.999999999999997e-7",
        "333333333.3333332, 333333333.3333332",
        "-0.0000033333333333333333, -0.0000033333333333333333",
        "1424953923781206.2, 1424953923781206.2",
        "-0.0, 0",
        "2e-3, 0.002",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "0.1, 0.1",
        "30, 30",
        "100, 100",
        "-12.5, -12.5"
    })
    void numbersAreWrittenAsEcmaScriptDoes(double number, String text) {
        assertThat(CanonicalJson.number(number)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(number == 0 ? 0.0 : number);
    }

    @Test
    void keysAreSortedAndTextIsEscaped() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("b", List.of(1, 2.5, true));
        tree.put("a\"\n\u0001", Arrays.asList("é\\", null));
        tree.put("c", Map.of());
        tree.put("d", List.of());

        assertThat(CanonicalJson.write(tree))
                .isEqualTo("{\"a\\\"\\n\\u0001\":[\"é\\\\\",null],\"b\":[1,2.5,true],\"c\":{},\"d\":[]}");
    }

    @Test
    void longsAreWrittenInFull() {
        assertThat(CanonicalJson.write(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    }

    @Test
    void whatJsonCannotSayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.write(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.write('x'))
                .withMessageContaining("Character");
    }
}
