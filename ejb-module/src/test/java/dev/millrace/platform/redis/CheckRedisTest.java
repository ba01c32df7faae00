package dev.millrace.platform.redis;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.platform.config.StartRefused;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckRedisTest {
    private final TestRedis redis = new TestRedis();

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void a_transient_fault_does_not_prevent_the_start() {
        redis.client().configSet("maxmemory", "1");
        assertThatCode(() -> CheckRedis.check(with(""))).doesNotThrowAnyException();

        redis.goDown();
        assertThatCode(() -> CheckRedis.check(with(""))).doesNotThrowAnyException();
    }

    @Test
    void a_permanent_fault_prevents_the_start_in_one_sentence_without_the_password() {
        redis.client().configSet("requirepass", "right");

        assertThatThrownBy(() -> CheckRedis.check(with(":wr@ng/#+@")))
                .isInstanceOf(StartRefused.class)
                .hasNoCause()
                .message()
                .startsWith("Millrace does not start.")
                .contains("rejects this user and password", "127.0.0.1:" + redis.port())
                .doesNotContain("wr@ng")
                .hasLineCount(1);
        assertThatCode(() -> CheckRedis.check(with(":right@"))).doesNotThrowAnyException();
    }

    @Test
    void an_evicting_policy_prevents_the_start() {
        redis.client().configSet("maxmemory", "100mb");
        redis.client().configSet("maxmemory-policy", "volatile-ttl");

        assertThatThrownBy(() -> CheckRedis.check(with("")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("noeviction");
    }

    private RedisSettings with(String login) {
        String url = "redis://" + login + "127.0.0.1:" + redis.port();
        return RedisSettings.from(
                new ConfigReader(key -> Optional.of(url).filter(it -> key.equals("millrace.redis.url"))));
    }
}
