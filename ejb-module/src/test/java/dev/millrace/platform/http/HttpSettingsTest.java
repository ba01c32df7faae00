package dev.millrace.platform.http;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.platform.config.ConfigurationFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpSettingsTest {
    @Test
    void no_proxy_is_trusted_and_any_host_is_answered_by_default() {
        HttpSettings settings = settings(Map.of());

        assertThat(settings.trusts("127.0.0.1")).isFalse();
        assertThat(settings.answersTo("mill.example.org", 80)).isTrue();
    }

    @Test
    void each_listed_range_is_trusted() {
        HttpSettings settings = settings(Map.of("millrace.http.trusted-proxies", "127.0.0.1, ::1,10.0.0.0/8"));

        assertThat(settings.trusts("127.0.0.1")).isTrue();
        assertThat(settings.trusts("0:0:0:0:0:0:0:1")).isTrue();
        assertThat(settings.trusts("10.4.5.6")).isTrue();
        assertThat(settings.trusts("127.0.0.2")).isFalse();
        assertThat(settings.trusts(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mill.example.org, 443,  true",
        "mill.example.org, 8443, true",
        "inner.example,    8080, true",
        "inner.example,    8081, false",
        "[::1],            8080, true",
        "evil.example,     443,  false",
    })
    void only_listed_hosts_are_answered(String name, int port, boolean answered) {
        HttpSettings settings = settings(Map.of("millrace.http.hosts", "Mill.example.org, inner.example:8080, [::1]"));

        assertThat(settings.answersTo(name, port)).isEqualTo(answered);
    }

    @Test
    void a_wrong_value_prevents_the_start_and_names_the_allowed_ones() {
        ConfigReader config =
                config(Map.of("millrace.http.trusted-proxies", "10.0.0.0/33", "millrace.http.hosts", "https://a"));

        HttpSettings.from(config);

        assertThatThrownBy(config::throwIfInvalid)
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining("millrace.http.trusted-proxies: '10.0.0.0/33' is not an IP address")
                .hasMessageContaining("millrace.http.hosts: 'https://a' is not a host");
    }

    private static HttpSettings settings(Map<String, String> values) {
        return HttpSettings.from(config(values));
    }

    private static ConfigReader config(Map<String, String> values) {
        return new ConfigReader(key -> Optional.ofNullable(values.get(key)));
    }
}
