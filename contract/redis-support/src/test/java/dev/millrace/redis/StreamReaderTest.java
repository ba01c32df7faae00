package dev.millrace.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.testkit.redis.LocalRedis;

import static org.assertj.core.api.Assertions.assertThat;

class StreamReaderTest {
    private static LocalRedis server;
    private static UnifiedJedis redis;

    private final String stream = "s-" + UUID.randomUUID();
    private final StreamReader reader = new StreamReader(redis, stream, "group", "reader");

    @BeforeAll
    static void start() {
        server = new LocalRedis().start();
        redis = JedisClients.open(
                RedisAddress.parse(server.url()),
                new ClientOptions("test", Duration.ofSeconds(5), Duration.ofSeconds(8), null));
    }

    @AfterAll
    static void stop() {
        redis.close();
        server.stop();
    }

    @Test
    void acknowledged_entries_are_deleted_and_not_pending() {
        add(2_500);
        List<StreamEntry> entries = reader.poll(3_000);

        reader.acknowledge(entries);

        assertThat(entries).hasSize(2_500);
        assertThat(redis.xlen(stream)).isZero();
        assertThat(redis.xpending(stream, "group").getTotal()).isZero();
    }

    private void add(int count) {
        IntStream.range(0, count).forEach(i -> redis.xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("number", "" + i)));
    }
}
