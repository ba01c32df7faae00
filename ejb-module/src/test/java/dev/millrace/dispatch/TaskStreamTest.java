package dev.millrace.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.platform.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

class TaskStreamTest {
    private static final String LEASE = "n-1:7";
    private static TestRedis redis;

    private final String queue = "q-" + UUID.randomUUID();
    private final TaskStream stream = new TaskStream(redis.client(), queue);
    private final QueueConsumers readers = new QueueConsumers(redis.client(), queue);

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void the_leader_s_dispatches_arrive_as_they_were_and_in_order() throws UnreadableMessage {
        List<TaskDispatch> dispatches = List.of(aDispatch(), aDispatch());

        assertThat(append(dispatches)).isTrue();

        List<StreamEntry> entries = redis.client().xrange(RedisNames.tasks(queue), (StreamEntryID) null, null);
        assertThat(TaskDispatch.fromFields(entries.get(0).getFields())).isEqualTo(dispatches.get(0));
        assertThat(TaskDispatch.fromFields(entries.get(1).getFields())).isEqualTo(dispatches.get(1));
    }

    @Test
    void a_former_leader_appends_nothing() {
        redis.client().set(RedisNames.lease(queue), "n-2:8");

        assertThat(stream.append(LEASE, List.of(aDispatch()))).isFalse();

        redis.client().del(RedisNames.lease(queue));
        assertThat(stream.append(LEASE, List.of(aDispatch()))).isFalse();
        assertThat(stream.undelivered()).isZero();
    }

    @Test
    void entries_that_no_worker_has_read_are_undelivered() {
        append(List.of(aDispatch(), aDispatch(), aDispatch()));
        assertThat(stream.undelivered()).isEqualTo(3);

        List<StreamEntry> read = readers.read("w-1", 2);
        assertThat(stream.undelivered()).isEqualTo(1);

        readers.finish("w-1", read);
        assertThat(stream.undelivered()).isEqualTo(1);
    }

    @Test
    void only_entries_that_no_worker_has_read_are_taken_back() {
        TaskDispatch read = aDispatch();
        TaskDispatch first = aDispatch();
        TaskDispatch second = aDispatch();
        append(List.of(read, first, second));
        readers.read("w-1", 1);

        assertThat(stream.recall(10)).containsExactly(first.claim(), second.claim());

        assertThat(stream.undelivered()).isZero();
        assertThat(stream.claims()).containsOnlyKeys(read.claim().taskId());
        assertThat(stream.recall(10)).isEmpty();
    }

    @Test
    void claims_are_withdrawn_and_the_others_stay() {
        TaskDispatch withdrawn = aDispatch();
        TaskDispatch remaining = aDispatch();
        append(List.of(withdrawn, remaining));

        stream.withdraw(Set.of(withdrawn.claim()));

        assertThat(stream.claims()).containsOnlyKeys(remaining.claim().taskId());
    }

    @Test
    void every_claim_in_the_stream_is_known_read_or_not() {
        TaskDispatch first = aDispatch();
        TaskDispatch second = aDispatch();
        append(List.of(first, second));
        readers.read("w-1", 1);
        redis.client().xadd(RedisNames.tasks(queue), StreamEntryID.NEW_ENTRY, Map.of("rubbish", "yes"));

        assertThat(stream.claims())
                .isEqualTo(Map.of(
                        first.claim().taskId(), 1L,
                        second.claim().taskId(), 1L));
    }

    @Test
    void a_pending_entry_can_be_taken_from_its_worker() {
        TaskDispatch taken = aDispatch();
        append(List.of(taken, aDispatch()));
        readers.read("w-1", 1);

        List<TaskStream.PendingDispatch> held = stream.pendingOf("w-1", 10);
        stream.acknowledge(held);

        assertThat(held).extracting(TaskStream.PendingDispatch::claim).containsExactly(taken.claim());
        assertThat(stream.pendingOf("w-1", 10)).isEmpty();
        assertThat(stream.claims()).hasSize(1).doesNotContainKey(taken.claim().taskId());
    }

    @Test
    void a_deleted_entry_is_pending_without_a_claim() {
        append(List.of(aDispatch()));
        List<StreamEntry> read = readers.read("w-1", 1);
        redis.client().xdel(RedisNames.tasks(queue), read.get(0).getID());

        List<TaskStream.PendingDispatch> held = stream.pendingOf("w-1", 10);
        stream.acknowledge(held);

        assertThat(held)
                .singleElement()
                .extracting(TaskStream.PendingDispatch::claim)
                .isNull();
        assertThat(stream.pendingOf("w-1", 10)).isEmpty();
    }

    @Test
    void a_consumer_is_dropped_only_when_it_holds_nothing() {
        append(List.of(aDispatch()));
        List<StreamEntry> read = readers.read("w-1", 1);

        stream.deleteConsumer("w-1");
        assertThat(stream.consumers()).containsExactly("w-1");

        readers.finish("w-1", read);
        stream.deleteConsumer("w-1");
        assertThat(stream.consumers()).isEmpty();
    }

    @Test
    void a_stream_that_redis_does_not_have_is_an_empty_one() {
        assertThat(stream.undelivered()).isZero();
        assertThat(stream.claims()).isEmpty();
        assertThat(stream.consumers()).isEmpty();

        append(List.of(aDispatch()));
        assertThat(stream.consumers()).as("a stream without a group").isEmpty();
    }

    private boolean append(List<TaskDispatch> dispatches) {
        redis.client().set(RedisNames.lease(queue), LEASE);
        return stream.append(LEASE, dispatches);
    }

    private static TaskDispatch aDispatch() {
        return new TaskDispatch(new Claim(UUID.randomUUID(), 1), "reverse_string", 1, "{\"text\":\"äñ\"}", null);
    }
}
