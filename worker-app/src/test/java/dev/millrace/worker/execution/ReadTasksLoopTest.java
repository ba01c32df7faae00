package dev.millrace.worker.execution;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.Claim;
import dev.millrace.worker.redis.RedisFailures;
import dev.millrace.worker.report.ReportOutbox;

import static org.assertj.core.api.Assertions.assertThat;

class ReadTasksLoopTest {
    @RegisterExtension
    final RedisTestBed testBed = new RedisTestBed();

    private final Queue<Claim> rejected = new ConcurrentLinkedQueue<>();
    private final Queue<Claim> taken = new ConcurrentLinkedQueue<>();
    private final WorkerMode mode = new WorkerMode();
    private UnifiedJedis redis;
    private Thread writer;
    private Thread reader;
    private ReportOutbox outbox;

    @BeforeEach
    void read_tasks_without_a_thread_for_the_first() {
        redis = testBed.open();
        HeldClaims held = new HeldClaims();
        outbox = new ReportOutbox(redis, new RedisFailures(() -> {}), (queue, report) -> held.end(report.claim()));
        Slots slots = new Slots(2, Executors.newCachedThreadPool(), () -> {});
        AcceptEntry acceptEntry = new AcceptEntry("w-1", outbox, held, mode, this::runOrReject);
        TaskStreamReader queue = new TaskStreamReader(redis, RedisTestBed.QUEUE, "w-1");
        writer = new DaemonThreads("writer").newThread(outbox);
        reader = new DaemonThreads("reader")
                .newThread(new ReadTasksLoop(List.of(queue), mode, slots, acceptEntry, new RedisFailures(() -> {})));
        writer.start();
        reader.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        mode.stop();
        reader.join();
        outbox.drain(writer, 0);
        redis.close();
    }

    @Test
    void a_task_without_a_thread_is_released_and_reading_continues() {
        testBed.dispatch("echo", "first");
        testBed.dispatch("echo", "second");
        testBed.dispatch("echo", "third");

        testBed.eventually().until(() -> taken.size() == 2);
        assertThat(testBed.outcome(rejected.remove())).containsEntry("kind", "released");
        assertThat(rejected).isEmpty();
    }

    private void runOrReject(RunningAttempt task) {
        if (rejected.isEmpty() && taken.isEmpty()) {
            rejected.add(task.claim());
            throw new OutOfMemoryError("unable to create native thread");
        }
        taken.add(task.claim());
    }
}
