package dev.millrace.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LoopTest {
    private static final Duration FOREVER = Duration.ofDays(1);

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private Loop loop;

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void it_goes_on_at_once_while_there_is_more_and_then_pauses() {
        start(() -> Progress.of(rounds.incrementAndGet() < 5));

        await().until(this::isPausing);

        assertThat(rounds).hasValue(5);
    }

    @Test
    void a_wake_up_ends_a_pause() {
        start(() -> {
            rounds.incrementAndGet();
            return Progress.NONE;
        });
        await().until(this::isPausing);

        loop.wake();

        await().until(() -> rounds.get() == 2);
    }

    @Test
    void a_wake_up_during_a_step_is_not_lost_and_many_count_as_one() {
        CountDownLatch woken = new CountDownLatch(1);
        start(() -> {
            if (rounds.incrementAndGet() == 1) {
                woken.await();
            }
            return Progress.NONE;
        });
        await().until(() -> rounds.get() == 1);

        loop.wake();
        loop.wake();
        loop.wake();
        woken.countDown();

        await().until(() -> rounds.get() == 2 && isPausing());
        assertThat(rounds).hasValue(2);
    }

    @Test
    void an_error_does_not_end_it() {
        Deque<Exception> errors = new ArrayDeque<>(List.of(new IllegalStateException("one"), new Exception("two")));
        start(() -> {
            rounds.incrementAndGet();
            if (!errors.isEmpty()) {
                throw errors.remove();
            }
            return Progress.NONE;
        });

        await().until(() -> rounds.get() == 3);
    }

    @Test
    void its_thread_has_its_name_and_ends_with_it() {
        start(() -> {
            rounds.incrementAndGet();
            return Progress.NONE;
        });
        await().until(this::isPausing);

        assertThat(thread.get().getName()).isEqualTo("millrace-the-wheel");
        loop.close();

        assertThat(thread.get().isAlive()).isFalse();
    }

    @Test
    void closing_it_ends_a_step_that_waits() {
        CountDownLatch never = new CountDownLatch(1);
        start(() -> {
            rounds.incrementAndGet();
            never.await();
            return Progress.MORE;
        });
        await().until(() -> rounds.get() == 1);

        loop.close();

        assertThat(thread.get().isAlive()).isFalse();
    }

    private void start(Step step) {
        loop = new Loop("the-wheel", step, FOREVER).start(run -> {
            thread.set(new Thread(run));
            return thread.get();
        });
    }

    private boolean isPausing() {
        return rounds.get() > 0 && thread.get().getState() == Thread.State.TIMED_WAITING;
    }
}
