package dev.millrace.worker.execution;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TaskStreamReaderTest {
    private static final String QUEUE = "nobody_else_reads_it";

    @RegisterExtension
    final RedisTestBed testBed = new RedisTestBed();

    @Test
    void entries_of_a_lost_reply_are_read_again() {
        try (UnifiedJedis redis = testBed.open()) {
            TaskStreamReader reader = new TaskStreamReader(redis, QUEUE, "w-1");
            assertThat(reader.poll(1)).isEmpty();
            Claim claim = testBed.dispatch(QUEUE, "echo", "x", null);
            deliverWithoutReceiver("w-1");

            testBed.cutConnections("normal");
            assertThatThrownBy(() -> reader.poll(1)).isInstanceOf(JedisConnectionException.class);

            assertThat(reader.poll(1))
                    .extracting(StreamEntry::getFields)
                    .singleElement()
                    .satisfies(fields -> assertThat(fields)
                            .containsEntry("task", claim.taskId().toString()));
        }
    }

    @Test
    void entries_that_could_not_be_taken_are_read_again() {
        TaskStreamReader reader = new TaskStreamReader(testBed.redis(), QUEUE, "w-1");
        reader.poll(1);
        testBed.dispatch(QUEUE, "echo", "x", null);
        assertThat(reader.poll(1)).hasSize(1);
        assertThat(reader.poll(1)).isEmpty();

        reader.rereadOwn();

        assertThat(reader.poll(1)).hasSize(1);
    }

    @Test
    void an_entry_that_is_set_aside_is_bounded() {
        TaskStreamReader reader = new TaskStreamReader(testBed.redis(), QUEUE, "w-1");
        String stream = RedisNames.tasks(QUEUE);
        testBed.redis().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("task", "x".repeat(100_000)));
        StreamEntry entry = reader.poll(1).get(0);

        reader.setAside(entry, "unreadable");

        assertThat(testBed.redis()
                        .xrange(RedisNames.rejected(stream), (StreamEntryID) null, (StreamEntryID) null)
                        .get(0)
                        .getFields())
                .containsEntry("task", "x".repeat(2_000))
                .containsEntry("reason", "unreadable");
        assertThat(testBed.redis().xlen(stream)).isZero();
    }

    private void deliverWithoutReceiver(String worker) {
        var params = XReadGroupParams.xReadGroupParams();
        var next = Map.of(RedisNames.tasks(QUEUE), StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
        assertThat(testBed.redis().xreadGroup(RedisNames.WORKER_GROUP, worker, params, next))
                .isNotEmpty();
    }
}
