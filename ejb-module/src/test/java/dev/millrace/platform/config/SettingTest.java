package dev.millrace.platform.config;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SettingTest {
    @ParameterizedTest
    @CsvSource({
        "millrace.admin.password, s3cret, ••••",
        "millrace.db.password, s3cret, ••••",
        "millrace.jwt.private-key, -----BEGIN PRIVATE KEY-----, ••••",
        "millrace.redis.url, rediss://mill:s3c:r@t@cache:6380/1, rediss://mill:••••@cache:6380/1",
        "millrace.redis.url, redis://:s3cret@cache, redis://:••••@cache",
        "millrace.redis.url, 'redis-cluster://u:s3cret@a:1,b:2', 'redis-cluster://u:••••@a:1,b:2'",
        "millrace.redis.url, redis://cache:6379, redis://cache:6379",
        "millrace.db.url, jdbc:postgresql://db/mill?user=ada&password=s3cret&ssl=true, jdbc:postgresql://db/mill?user=ada&password=••••&ssl=true",
        "millrace.db.url, jdbc:postgresql://db/mill?sslpassword=s3cret, jdbc:postgresql://db/mill?sslpassword=••••",
        "millrace.db.url, jdbc:h2:file:./m;PASSWORD=s3cret;MODE=X, jdbc:h2:file:./m;PASSWORD=••••;MODE=X",
        "millrace.accounts.access-token, 15m, 15m",
    })
    void no_secret_is_shown(String key, String value, String shown) {
        assertThat(Setting.set(key, value).masked()).isEqualTo(shown);
    }

    @Test
    void a_default_is_shown_as_one_would_write_it() {
        assertThat(Setting.unset("any", Duration.ofDays(30)).masked()).isEqualTo("30d");
        assertThat(Setting.unset("any", Duration.ofMinutes(90)).masked()).isEqualTo("90m");
        assertThat(Setting.unset("any", Duration.ofMillis(1_500)).masked()).isEqualTo("1500ms");
        assertThat(Setting.unset("any", Set.of("b", "a")).masked()).isEqualTo("a,b");
        assertThat(Setting.unset("any", Set.of()).masked()).isNull();
        assertThat(Setting.unset("any", null).masked()).isNull();
        assertThat(Setting.unset("any", 5).masked()).isEqualTo("5");
        assertThat(Setting.unset("any", 5).source()).isEqualTo("default");
    }

    @Test
    void a_value_has_its_source() {
        System.setProperty("millrace.test.source", "here");
        try {
            assertThat(Setting.set("millrace.test.source", "here").source()).isEqualTo("system property");
        } finally {
            System.clearProperty("millrace.test.source");
        }
        assertThat(Setting.set("path", "here").source()).isEqualTo("environment");
        assertThat(Setting.set("millrace.test.source", "here").source()).isEqualTo("other");
    }
}
