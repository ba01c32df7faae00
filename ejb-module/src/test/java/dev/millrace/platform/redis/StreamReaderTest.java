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
    void what_is_finished_is_off_the_stream_and_held_by_nobody() {
        add(2_500);
        List<StreamEntry> entries = reader.read(3_000);

        reader.finish(entries);

        assertThat(entries).hasSize(2_500);
        assertThat(redis.client().xlen(stream)).isZero();
        assertThat(redis.client().xpending(stream, "group").getTotal()).isZero();
    }

    private void add(int count) {
        IntStream.range(0, count)
                .forEach(i -> redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("number", "" + i)));
    }
}
