package dev.millrace.platform.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Tag("slow")
class RoundPoolTest {
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final int SIZE = 3;

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> rounds = new ConcurrentHashMap<>();
    private final RoundPool pool = new RoundPool(SIZE, run -> {
        Thread thread = new Thread(run);
        threads.add(thread);
        return thread;
    });

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void two_hundred_queues_run_on_as_few_threads_as_three() {
        List<String> queues = queues(200);
        PerQueueLoops loops = loops(queue -> () -> StepResult.of(round(queue) < 5));

        loops.reconcile(queues);

        await().until(() -> queues.stream().allMatch(queue -> count(queue) == 5));
        assertThat(threads).hasSizeLessThanOrEqualTo(SIZE).allSatisfy(thread -> assertThat(thread.getName())
                .startsWith("millrace-rounds-"));
    }

    @Test
    void no_queue_runs_twice_at_the_same_time_after_many_wake_ups() {
        AtomicBoolean running = new AtomicBoolean();
        AtomicBoolean twice = new AtomicBoolean();
        PerQueueLoops loops = loops(queue -> () -> {
            twice.compareAndSet(false, !running.compareAndSet(false, true));
            round(queue);
            Thread.yield();
            running.set(false);
            return StepResult.NONE;
        });
        loops.reconcile(queues(1));

        await().until(() -> {
            IntStream.range(0, 1_000).parallel().forEach(i -> loops.wake("q0"));
            return count("q0") > 20;
        });

        assertThat(twice).isFalse();
    }

    @Test
    void a_wake_up_ends_a_pause_and_one_during_a_round_is_not_lost() {
        CountDownLatch woken = new CountDownLatch(1);
        PerQueueLoops loops = loops(queue -> () -> {
            if (round(queue) == 2) {
                woken.await();
            }
            return StepResult.NONE;
        });
        loops.reconcile(queues(1));
        await().until(() -> count("q0") == 1);

        loops.wake("q0");
        await().until(() -> count("q0") == 2);
        loops.wake("q0");
        woken.countDown();

        await().until(() -> count("q0") == 3);
    }

    @Test
    void a_busy_queue_does_not_starve_others() {
        PerQueueLoops loops = loops(queue -> () -> {
            round(queue);
            return StepResult.of(Integer.parseInt(queue.substring(1)) < 10);
        });

        loops.reconcile(queues(20));

        await().until(() -> queues(20).stream().allMatch(queue -> count(queue) > 0));
    }

    @Test
    void a_failed_round_is_followed_by_the_next_of_every_loop() {
        PerQueueLoops loops = loops(queue -> () -> {
            if (round(queue) < 3 && queue.equals("q0")) {
                throw new StackOverflowError("deep");
            }
            return StepResult.of(count(queue) < 4);
        });

        loops.reconcile(queues(2));

        await().until(() -> count("q0") == 4 && count("q1") == 4);
    }

    @Test
    void a_pause_takes_no_thread_and_no_wake_up_ends_it() {
        PerQueueLoops loops = loops(queue -> () -> {
            round(queue);
            return queue.equals("q9") ? StepResult.NONE : StepResult.MORE.afterRest(FOREVER);
        });
        loops.reconcile(queues(9));
        await().until(() -> queues(9).stream().allMatch(queue -> count(queue) == 1));

        loops.wakeAll();
        loops.reconcile(queues(10));

        await().until(() -> count("q9") == 1);
        assertThat(queues(9)).allSatisfy(queue -> assertThat(count(queue)).isEqualTo(1));
    }

    @Test
    void a_removed_queue_has_no_more_rounds() {
        PerQueueLoops loops = loops(queue -> () -> {
            round(queue);
            return StepResult.NONE;
        });
        loops.reconcile(queues(2));
        await().until(() -> count("q0") == 1 && count("q1") == 1);

        loops.reconcile(List.of("q1"));
        loops.wakeAll();

        await().until(() -> count("q1") == 2);
        assertThat(count("q0")).isEqualTo(1);
    }

    @Test
    void closing_ends_a_round_that_waits() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        PerQueueLoops loops = loops(queue -> () -> {
            round(queue);
            try {
                never.await();
            } finally {
                ended.set(true);
            }
            return StepResult.MORE;
        });
        loops.reconcile(queues(1));
        await().until(() -> count("q0") == 1);

        loops.close();

        assertThat(ended).isTrue();
    }

    @Test
    void a_round_that_does_not_end_is_reported_and_a_waiting_loop_is_not() {
        CountDownLatch stuck = new CountDownLatch(1);
        PerQueueLoops loops = loops(queue -> () -> {
            round(queue);
            if (queue.equals("q0")) {
                stuck.await();
            }
            return StepResult.NONE;
        });
        loops.reconcile(queues(2));
        await().until(() -> count("q0") == 1 && count("q1") == 1);

        await().untilAsserted(() -> assertThat(open()).containsExactly("test-q0"));
        stuck.countDown();
        await().untilAsserted(() -> assertThat(open()).isEmpty());
    }

    private static List<String> open() {
        return OpenRounds.openLongerThan(Duration.ZERO).stream()
                .map(OpenRounds.Stuck::loop)
                .filter(loop -> loop.startsWith("test-"))
                .toList();
    }

    private PerQueueLoops loops(Function<String, Step> steps) {
        return new PerQueueLoops("test", steps, FOREVER, pool);
    }

    private int round(String queue) {
        return rounds.computeIfAbsent(queue, it -> new AtomicInteger()).incrementAndGet();
    }

    private int count(String queue) {
        return rounds.getOrDefault(queue, new AtomicInteger()).get();
    }

    private static List<String> queues(int number) {
        return new ArrayList<>(IntStream.range(0, number).mapToObj(i -> "q" + i).toList());
    }
}
