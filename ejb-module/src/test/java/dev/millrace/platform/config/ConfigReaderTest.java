package dev.millrace.platform.config;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigReaderTest {
    @Test
    void a_key_that_is_not_set_or_blank_has_its_default() {
        ConfigReader keys = keys("blank", "  ");

        assertThat(keys.number("blank", 7, 1, 9)).isEqualTo(7);
        assertThat(keys.text("absent", "it")).isEqualTo("it");
        assertThat(keys.text("absent", null)).isNull();
        assertThat(keys.flag("absent", true)).isTrue();
        assertThatCode(keys::throwIfInvalid).doesNotThrowAnyException();
    }

    @Test
    void blanks_around_a_value_do_not_count() {
        assertThat(keys("key", " 8 ").number("key", 7, 1, 9)).isEqualTo(8);
    }

    @Test
    void the_bounds_of_a_number_are_allowed() {
        assertThat(keys("key", "1").number("key", 7, 1, 9)).isEqualTo(1);
        assertThat(keys("key", "9").number("key", 7, 1, 9)).isEqualTo(9);
    }

    @Test
    void a_flag_is_true_or_false_and_nothing_else() {
        ConfigReader keys = keys("key", "yes");

        keys.flag("key", false);

        assertThat(keys("key", "true").flag("key", false)).isTrue();
        assertThat(keys("key", "false").flag("key", true)).isFalse();
        assertThatThrownBy(keys::throwIfInvalid).hasMessageContaining("key: 'yes' is not true or false");
    }

    @Test
    void the_names_are_those_of_all_keys_that_were_read() {
        ConfigReader keys = keys("one", "1");

        keys.number("one", 7, 1, 9);
        keys.text("two", null);

        assertThat(keys.names()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void a_former_name_of_a_key_works_and_a_fault_names_the_present_one() {
        ConfigReader keys =
                new ConfigReader(asked -> Optional.ofNullable(Map.of("old", "8").get(asked)), Map.of("old", "key"));

        assertThat(keys.number("key", 7, 1, 9)).isEqualTo(8);
        assertThat(keys.notices()).singleElement().asString().contains("old", "key");
        assertThat(keys.number("key", 7, 1, 2)).isEqualTo(7);
        assertThatThrownBy(keys::throwIfInvalid).hasMessageContaining("key: '8' is not");
    }

    private static ConfigReader keys(String key, String value) {
        return new ConfigReader(asked -> Optional.ofNullable(Map.of(key, value).get(asked)));
    }
}
