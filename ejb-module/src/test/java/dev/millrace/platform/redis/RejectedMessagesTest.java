package dev.millrace.platform.redis;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.StreamEntryID;

import dev.millrace.platform.redis.RejectedMessages.Message;
import dev.millrace.redis.StreamReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejectedMessagesTest {
    private final TestRedis redis = new TestRedis();
    private final RejectedMessages rejected = new RejectedMessages(redis.client());

    @AfterAll
    void close() {
        redis.close();
    }

    @Test
    void set_aside_messages_are_listed_newest_first_with_reasons() {
        setAside("one", Map.of("kind", "first"));
        setAside("one", Map.of("kind", "second", "claim", "none"));

        List<Message> newest = rejected.newest("one", 10);

        assertThat(newest).extracting(message -> message.fields().get("kind")).containsExactly("second", "first");
        assertThat(newest.get(0).reason()).isEqualTo("unreadable");
        assertThat(newest.get(0).fields()).containsOnlyKeys("claim", "kind");
        assertThat(newest.get(0).at()).isPositive();
        assertThat(rejected.newest("one", 1)).hasSize(1);
        assertThat(rejected.count("one")).isEqualTo(2);
    }

    @Test
    void one_is_deleted_and_the_others_stay() {
        setAside("two", Map.of("kind", "first"));
        setAside("two", Map.of("kind", "second"));
        String id = rejected.newest("two", 1).get(0).id();

        assertThat(rejected.delete("two", id)).isTrue();

        assertThat(rejected.delete("two", id)).isFalse();
        assertThat(rejected.delete("two", "no id")).isFalse();
        assertThat(rejected.newest("two", 10))
                .extracting(message -> message.fields().get("kind"))
                .containsExactly("first");
    }

    @Test
    void a_stream_of_which_nothing_was_rejected_is_empty() {
        assertThat(rejected.newest("none", 10)).isEmpty();
        assertThat(rejected.count("none")).isZero();
    }

    @Test
    void an_outage_of_redis_is_reported() {
        redis.goDown();
        try {
            assertThatThrownBy(() -> rejected.count("one")).isInstanceOf(RedisUnavailable.class);
            assertThatThrownBy(() -> new RedisInfo(redis.client()).load()).isInstanceOf(RedisUnavailable.class);
        } finally {
            redis.comeBack();
        }
    }

    @Test
    void redis_reports_its_version_and_mode() {
        Map<String, String> info = new RedisInfo(redis.client()).load();

        assertThat(info).containsKeys("redis_version", "used_memory", "connected_clients");
        assertThat(info).containsEntry("redis_mode", "standalone");
    }

    private void setAside(String stream, Map<String, String> fields) {
        redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, fields);
        StreamReader reader = new StreamReader(redis.client(), stream, "group", "consumer");
        reader.poll(1).forEach(entry -> reader.setAside(entry, "unreadable"));
    }
}
