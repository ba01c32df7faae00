package dev.millrace.platform.redis;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.platform.redis.RedisStatus.State;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class RedisCapabilitiesTest {
    private final TestRedis redis = new TestRedis();
    private final RedisCapabilities capabilities = new RedisCapabilities(redis.client());

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void a_redis_that_does_everything_needed_is_up_and_the_check_leaves_no_keys() {
        assertThat(capabilities.check()).isEqualTo(RedisStatus.UP);
        assertThat(capabilities.checkWrite()).isEqualTo(RedisStatus.UP);

        assertThat(redis.client().keys("*")).containsExactly("millrace:{probe}:written");
        assertThat(redis.client().ttl("millrace:{probe}:written")).isBetween(1L, 60L);
    }

    @Test
    void an_unreachable_redis_is_down() {
        redis.goDown();

        assertThat(capabilities.check().state()).isEqualTo(State.DOWN);
        assertThat(capabilities.checkWrite().state()).isEqualTo(State.DOWN);
    }

    @Test
    void a_full_memory_rejects_writes_although_a_ping_is_answered() {
        configure("maxmemory", "1");

        assertThat(redis.client().ping()).isEqualTo("PONG");
        assertMisconfigured(capabilities.checkWrite(), "out of memory", true);
        assertMisconfigured(capabilities.check(), "out of memory", true);
        configure("maxmemory", "0");
        assertThat(capabilities.check()).isEqualTo(RedisStatus.UP);
    }

    @Test
    void a_replica_rejects_writes_and_may_become_the_primary() {
        configure("min-replicas-to-write", "1");
        assertMisconfigured(capabilities.checkWrite(), "NOREPLICAS", true);
        configure("min-replicas-to-write", "0");

        command("REPLICAOF", "127.0.0.1", "1");
        assertMisconfigured(capabilities.checkWrite(), "READONLY", true);
        command("REPLICAOF", "NO", "ONE");

        assertThat(capabilities.checkWrite()).isEqualTo(RedisStatus.UP);
    }

    @Test
    void an_evicting_policy_is_not_recoverable_once_memory_is_limited() {
        configure("maxmemory-policy", "allkeys-lru");
        assertThat(capabilities.check()).isEqualTo(RedisStatus.UP);

        configure("maxmemory", "100mb");

        assertMisconfigured(capabilities.check(), "maxmemory-policy allkeys-lru", false);
    }

    @Test
    void a_missing_permission_is_named_by_its_command_and_is_not_recoverable() {
        command("ACL", "SETUSER", "mill", "on", "nopass", "~millrace:*", "&millrace:*", "+@all", "-xautoclaim");
        try (UnifiedJedis restricted = as("mill:any@")) {
            assertMisconfigured(new RedisCapabilities(restricted).check(), "XAUTOCLAIM", false);
        }

        command("ACL", "SETUSER", "mill", "+xautoclaim", "-set");
        try (UnifiedJedis restricted = as("mill:any@")) {
            assertMisconfigured(new RedisCapabilities(restricted).checkWrite(), "permission", false);
        }
    }

    @Test
    void a_user_with_permissions_on_millraces_keys_and_channels_only_suffices() {
        command("ACL", "SETUSER", "mill", "on", "nopass", "~millrace:*", "&millrace:*", "+@all", "-info", "-config");

        try (UnifiedJedis restricted = as("mill:any@")) {
            assertThat(new RedisCapabilities(restricted).check()).isEqualTo(RedisStatus.UP);
        }
    }

    @Test
    void a_wrong_a_needless_and_a_missing_password_are_not_recoverable() {
        try (UnifiedJedis withPassword = as(":secret@")) {
            assertMisconfigured(
                    new RedisCapabilities(withPassword).check(), "has no password, but one was given", false);
        }

        configure("requirepass", "right");
        try (UnifiedJedis wrong = as(":wrong@");
                UnifiedJedis none = as("")) {
            assertMisconfigured(new RedisCapabilities(wrong).check(), "rejects this user and password", false);
            assertMisconfigured(new RedisCapabilities(none).check(), "requires a password", false);
        }
    }

    private static void assertMisconfigured(RedisStatus verdict, String reason, boolean heals) {
        assertThat(verdict.state()).isEqualTo(State.REFUSING);
        assertThat(verdict.reason()).contains(reason);
        assertThat(verdict.recoverable()).isEqualTo(heals);
    }

    private void configure(String key, String value) {
        command("CONFIG", "SET", key, value);
    }

    private void command(String name, String... arguments) {
        try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
            jedis.sendCommand(() -> name.getBytes(StandardCharsets.UTF_8), arguments);
        }
    }

    private UnifiedJedis as(String login) {
        String url = "redis://" + login + "127.0.0.1:" + redis.port();
        return RedisClients.open(RedisSettings.from(
                new ConfigReader(key -> Optional.of(url).filter(it -> key.equals("millrace.redis.url")))));
    }
}
