package dev.millrace.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

import dev.millrace.testkit.redis.LocalRedis;

import static org.assertj.core.api.Assertions.assertThat;

class RedisVersionTest {
    @Test
    void a_valkey_has_its_own_version_and_not_that_of_its_compatible_redis() {
        Map<String, String> info = Map.of("redis_version", "7.2.4", "server_name", "valkey", "valkey_version", "8.1.4");

        assertThat(RedisVersion.of(info)).contains(new RedisVersion("Valkey", "8.1.4"));
    }

    @Test
    void a_server_that_reports_no_version_has_none() {
        assertThat(RedisVersion.of(Map.of("os", "Linux"))).isEmpty();
    }

    @Test
    void this_machines_redis_reports_its_version() {
        try (LocalRedis server = new LocalRedis().start();
                UnifiedJedis redis = JedisClients.open(
                        RedisAddress.parse(server.url()),
                        new ClientOptions("test", Duration.ofSeconds(5), Duration.ofSeconds(8), null))) {
            assertThat(RedisVersion.of(redis)).get().asString().matches("(Redis|Valkey) [1-9]\\d*\\.\\d+\\.\\d+.*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Redis, 7.0.15",
        "Redis, 7.2.15",
        "Redis, 7.4.10",
        "Redis, 8.0.6",
        "Redis, 8.10.1",
        "Valkey, 8.1.8",
        "Valkey, 9.1.0"
    })
    void an_older_version_of_its_line_or_of_a_line_without_repairs_is_vulnerable(String product, String number) {
        RedisVersion version = new RedisVersion(product, number);

        assertThat(version.notice())
                .contains(
                        product + " " + number
                                + " has known vulnerabilities, unless its distribution has repaired them; docs/operating.md lists safe versions.");
    }

    @ParameterizedTest
    @CsvSource({"Redis, 7.2.16", "Redis, 7.2.17", "Redis, 8.10.2", "Redis, 8.12.0", "Redis, 9.0.0", "Valkey, 9.2.0-rc1"
    })
    void a_version_that_is_as_new_as_the_list_is_not(String product, String number) {
        assertThat(new RedisVersion(product, number).notice()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"255.255.255", "unstable", "", "99999999999.0.0"})
    void a_number_of_another_form_is_not(String number) {
        assertThat(new RedisVersion("Redis", number).notice()).isEmpty();
    }

    @Test
    void the_page_for_operators_names_the_same_versions() throws IOException {
        String page = Files.readString(Path.of("../../docs/operating.md"));

        assertThat(page)
                .contains(
                        "| Redis | 7.2.16, 7.4.11, 8.2.10, 8.4.6, 8.6.7, 8.8.3, 8.10.2, or a newer",
                        "| Valkey | 7.2.14, 8.0.10, 8.1.9, 9.0.5, 9.1.1, or a newer");
    }
}
