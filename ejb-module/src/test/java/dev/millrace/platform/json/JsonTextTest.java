package dev.millrace.platform.json;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTextTest {
    @Test
    void every_character_of_utf_8_is_read() throws NotJson {
        String text = "{\"m\u00fchle\": \"\ud83d\ude00\u0000\"}";

        assertThat(JsonText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(JsonText.decode(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "e282", "c080", "eda080", "f4908080", "22e28222"})
    void octets_that_are_no_character_are_refused_and_not_replaced(String octets) {
        assertThatThrownBy(() -> JsonText.decode(HexFormat.of().parseHex(octets)))
                .isInstanceOf(NotJson.class)
                .hasMessage("it is not UTF-8");
    }
}
