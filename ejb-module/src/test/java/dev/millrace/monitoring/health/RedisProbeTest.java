package dev.millrace.monitoring.health;

import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.millrace.platform.redis.RedisCapabilities;
import dev.millrace.platform.redis.RedisStatus.State;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.testkit.clock.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

class RedisProbeTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final TestRedis redis = new TestRedis();
    private final RedisProbe probe = new RedisProbe(new RedisCapabilities(redis.client()), clock);

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void an_unchecked_or_stale_redis_is_down() {
        assertThat(probe.now().state()).isEqualTo(State.DOWN);

        probe.once();
        assertThat(probe.now().state()).isEqualTo(State.UP);

        clock.advance(Probe.MAX_AGE);
        assertThat(probe.now().state()).isEqualTo(State.DOWN);
    }

    @Test
    void a_redis_that_rejects_writes_is_neither_up_nor_down() {
        probe.once();

        redis.client().configSet("maxmemory", "1");
        probe.once();
        assertThat(probe.now().state()).isEqualTo(State.REFUSING);
        assertThat(probe.now().reason()).isNotBlank();

        redis.client().configSet("maxmemory", "0");
        probe.once();
        assertThat(probe.now().state()).isEqualTo(State.UP);
    }

    @Test
    void an_eviction_policy_that_becomes_wrong_later_is_found_by_a_full_check() {
        probe.once();
        redis.client().configSet("maxmemory-policy", "allkeys-lru");
        redis.client().configSet("maxmemory", "100mb");

        for (int look = 0; look < RedisProbe.FULL_CHECK_EVERY; look++) {
            probe.once();
        }

        assertThat(probe.now().state()).isEqualTo(State.REFUSING);
    }
}
