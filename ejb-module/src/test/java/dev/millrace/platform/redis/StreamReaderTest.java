package dev.millrace.platform.redis;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

import static org.assertj.core.api.Assertions.assertThat;

class StreamReaderTest {
    private static TestRedis redis;

    private final String stream = "s-" + UUID.randomUUID();
    private final StreamReader reader = new StreamReader(redis.client(), stream, "group", "reader");

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void acknowledged_entries_are_deleted_and_not_pending() {
        add(2_500);
        List<StreamEntry> entries = reader.poll(3_000);

        reader.acknowledge(entries);

        assertThat(entries).hasSize(2_500);
        assertThat(redis.client().xlen(stream)).isZero();
        assertThat(redis.client().xpending(stream, "group").getTotal()).isZero();
    }

    private void add(int count) {
        IntStream.range(0, count)
                .forEach(i -> redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("number", "" + i)));
    }
}
