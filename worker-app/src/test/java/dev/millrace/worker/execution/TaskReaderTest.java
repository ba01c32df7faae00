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

class TaskReaderTest {
    private static final String QUEUE = "nobody_else_reads_it";

    @RegisterExtension
    final RedisTestBed bench = new RedisTestBed();

    @Test
    void what_was_delivered_in_a_reply_that_got_lost_is_read_again() {
        try (UnifiedJedis redis = bench.open()) {
            TaskReader reader = new TaskReader(redis, QUEUE, "w-1");
            assertThat(reader.read(1)).isEmpty();
            Claim claim = bench.dispatch(QUEUE, "echo", "x", null);
            deliverToNobody("w-1");

            bench.cutConnections("normal");
            assertThatThrownBy(() -> reader.read(1)).isInstanceOf(JedisConnectionException.class);

            assertThat(reader.read(1))
                    .extracting(StreamEntry::getFields)
                    .singleElement()
                    .satisfies(fields -> assertThat(fields)
                            .containsEntry("task", claim.taskId().toString()));
        }
    }

    @Test
    void what_could_not_be_taken_is_read_again() {
        TaskReader reader = new TaskReader(bench.redis(), QUEUE, "w-1");
        reader.read(1);
        bench.dispatch(QUEUE, "echo", "x", null);
        assertThat(reader.read(1)).hasSize(1);
        assertThat(reader.read(1)).isEmpty();

        reader.readAgain();

        assertThat(reader.read(1)).hasSize(1);
    }

    private void deliverToNobody(String worker) {
        var params = XReadGroupParams.xReadGroupParams();
        var next = Map.of(RedisNames.tasks(QUEUE), StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
        assertThat(bench.redis().xreadGroup(RedisNames.WORKER_GROUP, worker, params, next))
                .isNotEmpty();
    }
}
