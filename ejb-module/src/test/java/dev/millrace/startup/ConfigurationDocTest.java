package dev.millrace.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.millrace.contract.ConfigurationPage;
import dev.millrace.contract.ConfigurationPage.Entry;
import dev.millrace.platform.config.ConfigReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Compares {@code docs/configuration.md} with the code. */
class ConfigurationDocTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern KEY = Pattern.compile("\"(millrace\\.[a-z0-9.-]+)\"");

    private final List<Entry> documented = ConfigurationPage.entries(false).toList();

    ConfigurationDocTest() throws IOException {}

    @Test
    void every_key_is_documented_and_every_documented_key_exists() throws IOException {
        assertThat(documented)
                .extracting(Entry::key)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(keysInTheCode());
    }

    @Test
    void the_settings_read_the_keys_that_stand_in_the_code() throws IOException {
        ConfigReader keys = keys(Map.of());

        new Settings(keys);

        assertThat(keysInTheCode()).containsAll(keys.names());
    }

    @Test
    void each_documented_default_applies_to_an_unset_key() {
        Map<String, String> defaults = new HashMap<>();
        documented.stream()
                .filter(entry -> entry.defaultValue() != null)
                .forEach(entry -> defaults.put(entry.key(), entry.defaultValue()));

        Settings asDocumented = new Settings(keys(defaults));

        assertThat(defaults).isNotEmpty();
        assertThat(asDocumented)
                .usingRecursiveComparison()
                .ignoringFields("effective")
                .isEqualTo(new Settings(keys(Map.of())));
    }

    @Test
    void each_number_and_each_duration_has_its_default_written_as_a_value() {
        assertThat(documented)
                .filteredOn(entry -> !entry.range().isEmpty() || entry.allowed().startsWith("a duration"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.defaultValue()).isNotNull());
    }

    @Test
    void each_documented_range_is_the_one_that_holds() {
        List<Entry> numbers =
                documented.stream().filter(entry -> !entry.range().isEmpty()).toList();

        assertThat(numbers).isNotEmpty().allSatisfy(entry -> {
            int min = entry.range().get(0);
            int max = entry.range().get(1);
            assertAllowed(entry.key(), min);
            assertAllowed(entry.key(), max);
            assertRejected(entry.key(), min - 1);
            assertRejected(entry.key(), max + 1);
        });
    }

    @Test
    void each_environment_variable_is_named_as_microprofile_config_names_it() {
        assertThat(documented).allSatisfy(entry -> assertThat(entry.names())
                .containsExactly(
                        entry.key(), entry.key().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")));
    }

    private static Set<String> keysInTheCode() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult result) -> result.group(1))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static void assertAllowed(String key, int value) {
        assertThatCode(() -> new Settings(keys(Map.of(key, Integer.toString(value)))))
                .doesNotThrowAnyException();
    }

    private static void assertRejected(String key, int value) {
        assertThatThrownBy(() -> new Settings(keys(Map.of(key, Integer.toString(value)))))
                .hasMessageContaining(key);
    }

    private static ConfigReader keys(Map<String, String> values) {
        return new ConfigReader(key -> Optional.ofNullable(values.get(key)));
    }
}
