package dev.millrace.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.platform.config.ConfigurationFault;
import dev.millrace.platform.config.Setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {
    @Test
    void all_faults_of_all_concerns_are_reported_at_once() {
        Map<String, String> values = Map.of(
                "millrace.redis.url", "http://cache",
                "millrace.dispatch.poll", "soon",
                "millrace.results.batch", "many",
                "millrace.push.allowed-origins", "https://app.example.org/path");

        assertThatThrownBy(() -> settings(values))
                .isInstanceOf(ConfigurationFault.class)
                .message()
                .contains(values.keySet())
                .contains("redis://", "such as 250ms", "a whole number from 1 to 10000", "is not an origin")
                .hasLineCount(1 + values.size());
    }

    @ParameterizedTest
    @CsvSource({
        "millrace.dispatch.lease, 0s",
        "millrace.shutdown.grace, 0s",
        "millrace.shutdown.delay, -1s",
        "millrace.shutdown.delay, 11m",
        "millrace.dispatch.lease, PT-5S",
        "millrace.dispatch.lease, 5",
        "millrace.redis.timeout, 1s",
        "millrace.redis.timeout, 25d",
        "millrace.redis.connections, 7",
        "millrace.redis.url, redis-sentinel://127.0.0.1",
        "millrace.accounts.registration, anybody",
        "millrace.accounts.registration, OPEN",
        "millrace.accounts.registrations-per-address, 0",
        "millrace.accounts.registrations-in-all, 0",
        "millrace.accounts.registration-window, 0s",
        "millrace.push.history, 1.5",
        "millrace.push.history, 99999999999",
        "millrace.push.allowed-origins, app.example.org",
    })
    void the_start_fails_for(String key, String value) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining(key);
    }

    @Test
    void a_password_is_read_from_a_file_and_never_shown(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "p+w@d / #of sixteen\n");

        Settings settings = settings(Map.of(
                "millrace.redis.url", "redis://cache:7000/3",
                "millrace.redis.password-file", file.toString(),
                "millrace.admin.password-file", file.toString(),
                "millrace.metrics.token-file", file.toString()));

        assertThat(settings.redis().address().password()).isEqualTo("p+w@d / #of sixteen");
        assertThat(settings.redis().address().database()).isEqualTo(3);
        assertThat(settings.accounts().adminPassword()).isEqualTo("p+w@d / #of sixteen");
        assertThat(settings.metrics().token()).isEqualTo("p+w@d / #of sixteen");
        assertThat(settings.effective().settings()).extracting(Setting::masked).doesNotContain("p+w@d / #of sixteen");
    }

    @Test
    void a_password_in_two_places_or_in_no_file_is_rejected(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "inFile\n");

        assertThatThrownBy(() -> settings(Map.of(
                        "millrace.redis.url", "redis://:inUrl@cache",
                        "millrace.redis.password-file", file.toString(),
                        "millrace.admin.password", "inKey",
                        "millrace.admin.password-file", file.toString(),
                        "millrace.db.password-file", folder.resolve("none").toString())))
                .message()
                .hasLineCount(1 + 3)
                .contains("redis.password-file", "admin.password-file", "db.password-file")
                .doesNotContain("inFile", "inUrl", "inKey");
    }

    @Test
    void a_set_value_overrides_the_default() {
        Settings settings = settings(Map.of(
                "millrace.dispatch.window-time", "1500ms",
                "millrace.accounts.refresh-token", "7d",
                "millrace.redis.timeout", "PT7S",
                "millrace.shutdown.delay", "0s",
                "millrace.push.allowed-origins", "https://app.example.org, http://localhost:5173"));

        assertThat(settings.dispatch().windowTime()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(settings.accounts().refreshToken()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.redis().timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.shutdown().delay()).isZero();
        assertThat(settings.push().allowedOrigins())
                .isEqualTo(Set.of("https://app.example.org", "http://localhost:5173"));
    }

    @Test
    void a_password_in_a_faulty_address_is_not_repeated() {
        assertThatThrownBy(() -> settings(Map.of("millrace.redis.url", "redis://:s3cret@cache:no-port")))
                .isInstanceOf(ConfigurationFault.class)
                .message()
                .doesNotContain("s3cret");
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(new ConfigReader(key -> Optional.ofNullable(values.get(key))));
    }
}
