package dev.millrace.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.StreamEntryID;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerReport;
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.PerQueueLoops;
import dev.millrace.platform.loop.RoundPool;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.push.RecordingUserEventPublisher;
import dev.millrace.redis.MultiStreamReader;
import dev.millrace.redis.StreamReader;
import dev.millrace.task.TaskEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Results of many queues: one connection reads them, few threads write them, and each queue preserves its order. */
@Tag("slow")
class ManyQueuesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final int THREADS = 3;

    private final TestRedis redis = new TestRedis();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> applied = new ConcurrentHashMap<>();
    private RoundPool pool;
    private PerQueueLoops loops;
    private ReadResultStreams reading;
    private Loop reader;

    @AfterEach
    void close() {
        reader.close();
        loops.close();
        pool.close();
        redis.close();
    }

    @Test
    void two_hundred_queues_with_reports_in_each_need_hardly_more_than_two() {
        start(500, true);
        loops.reconcile(queues(2));
        reportedInEach(queues(2), 5);
        await().until(() -> allApplied(queues(2), 5));
        int threadsOfTwo = threads.size();
        long connectionsOfTwo = connections();

        loops.reconcile(queues(200));
        reportedInEach(queues(200), 5);
        await().until(() -> allApplied(queues(200).subList(2, 200), 5));

        assertThat(threads.size()).isLessThanOrEqualTo(threadsOfTwo + THREADS).isLessThanOrEqualTo(THREADS + 1);
        assertThat(connections()).isLessThanOrEqualTo(connectionsOfTwo + THREADS);
        await().until(() -> queues(200).stream().allMatch(this::isEmpty));
    }

    @Test
    void each_queue_keeps_its_order_under_a_burst() {
        start(3, true);
        loops.reconcile(queues(4));

        for (int i = 0; i < 40; i++) {
            reportedInEach(queues(4), 5);
        }

        await().until(() -> allApplied(queues(4), 200));
        assertInOrder(queues(4));
    }

    @Test
    void each_queue_is_read_without_the_shared_reader() {
        start(3, false);
        loops.reconcile(queues(4));

        for (int i = 0; i < 10; i++) {
            reportedInEach(queues(4), 5);
        }

        await().until(() -> allApplied(queues(4), 50));
        assertInOrder(queues(4));
    }

    @Test
    void tasks_from_before_a_wiped_redis_do_not_delay_later_ones() {
        start(500, true);
        loops.reconcile(queues(3));
        reportedInEach(queues(3), 1);
        await().until(() -> allApplied(queues(3), 1));

        redis.client().flushAll();
        reportedInEach(queues(3), 2);

        await().until(() -> allApplied(queues(3), 3));
    }

    private void start(int batch, boolean oneReader) {
        ResultSettings settings = new ResultSettings(batch, FOREVER);
        pool = new RoundPool(THREADS, this::thread);
        loops = new PerQueueLoops("results", queue -> collector(queue, settings, oneReader), FOREVER, pool);
        reading = new ReadResultStreams(
                new MultiStreamReader(redis.client(), RedisNames.SERVER_GROUP, "n-1"),
                queue -> loops.wake(queue),
                batch);
        reader = new Loop("read-results", reading, FOREVER);
        if (oneReader) {
            reader.start(this::thread);
        }
    }

    private Step collector(String queue, ResultSettings settings, boolean oneReader) {
        PrefetchedReports ahead = oneReader ? PrefetchedReports.shared(reader::wake) : PrefetchedReports.alone();
        reading.add(queue, ahead);
        return new CollectResults(
                queue,
                new StreamReader(redis.client(), RedisNames.results(queue), RedisNames.SERVER_GROUP, "n-1"),
                ahead,
                new Applied(queue),
                new RecordingUserEventPublisher(),
                new WakeUpSender() {
                    @Override
                    public void workAvailable(String name) {
                        // no node dispatches here
                    }

                    @Override
                    public void capacityFreed(String name) {
                        // as above
                    }
                },
                settings,
                Clock.systemUTC());
    }

    private Thread thread(Runnable run) {
        Thread thread = new Thread(run);
        threads.add(thread);
        return thread;
    }

    private void reportedInEach(List<String> queues, int number) {
        for (String queue : queues) {
            for (int i = 0; i < number; i++) {
                WorkerReport report = new WorkerReport.Log(new Claim(UUID.randomUUID(), 1), "w-1", NOW, "line");
                redis.client()
                        .xadd(RedisNames.results(queue), StreamEntryID.NEW_ENTRY, new HashMap<>(report.toFields()));
            }
        }
    }

    private boolean allApplied(List<String> queues, int number) {
        return queues.stream()
                .allMatch(queue -> applied.getOrDefault(queue, List.of()).size() >= number);
    }

    private void assertInOrder(List<String> queues) {
        assertThat(queues)
                .allSatisfy(queue -> assertThat(applied.get(queue).stream().map(StreamEntryID::new))
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    private boolean isEmpty(String queue) {
        return redis.client().xlen(RedisNames.results(queue)) == 0;
    }

    private long connections() {
        byte[] list = (byte[]) redis.client().executeCommand(new CommandArguments(Protocol.Command.CLIENT).add("LIST"));
        return new String(list).lines().count();
    }

    private static List<String> queues(int number) {
        return IntStream.range(0, number).mapToObj(i -> "q" + i).toList();
    }

    /** Records the entries of a queue in the order of their writes. */
    private final class Applied extends ApplyReports {
        private final List<String> entries;

        Applied(String queue) {
            entries = applied.computeIfAbsent(queue, it -> new CopyOnWriteArrayList<>());
        }

        @Override
        public List<TaskEvent> apply(List<ReceivedReport> batch) {
            batch.forEach(received -> entries.add(received.entryId()));
            return List.of();
        }

        @Override
        public void checkDatabase() {
            // There is none.
        }
    }
}
