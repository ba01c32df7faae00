package dev.millrace.platform.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.concurrent.ManageableThread;

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
    void a_loop_continues_at_once_while_there_is_more_and_then_pauses() {
        start(() -> StepResult.of(rounds.incrementAndGet() < 5));

        await().until(this::isPausing);

        assertThat(rounds).hasValue(5);
    }

    @Test
    void a_wake_up_ends_a_pause() {
        start(() -> {
            rounds.incrementAndGet();
            return StepResult.NONE;
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
            return StepResult.NONE;
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
            return StepResult.NONE;
        });

        await().until(() -> rounds.get() == 3);
    }

    @Test
    void an_error_of_the_virtual_machine_does_not_end_it_either() {
        Deque<Error> errors = new ArrayDeque<>(
                List.of(new StackOverflowError("one"), new OutOfMemoryError("two"), new AssertionError("three")));
        start(() -> {
            rounds.incrementAndGet();
            if (!errors.isEmpty()) {
                throw errors.remove();
            }
            return StepResult.NONE;
        });

        await().until(() -> rounds.get() == 4);
    }

    @Test
    void an_error_that_cannot_be_logged_does_not_end_it() {
        start(() -> {
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException() {
                    @Override
                    public String toString() {
                        throw new StackOverflowError("while telling");
                    }
                };
            }
            return StepResult.NONE;
        });

        await().until(() -> rounds.get() == 2);
    }

    @Test
    void an_interrupt_by_the_servers_transaction_timeout_does_not_end_it() {
        start(run -> new ServersThread(run, false));
        await().until(this::isPausing);

        thread.get().interrupt();

        await().until(() -> rounds.get() == 2);
    }

    @Test
    void the_end_of_the_servers_threads_is_its_end() {
        start(run -> new ServersThread(run, true));
        await().until(this::isPausing);

        thread.get().interrupt();

        await().until(() -> !thread.get().isAlive());
    }

    @Test
    void its_thread_has_its_name_and_ends_with_it() {
        start(() -> {
            rounds.incrementAndGet();
            return StepResult.NONE;
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
            return StepResult.MORE;
        });
        await().until(() -> rounds.get() == 1);

        loop.close();

        assertThat(thread.get().isAlive()).isFalse();
    }

    private void start(Step step) {
        start(step, Thread::new);
    }

    private void start(ThreadFactory threads) {
        start(
                () -> {
                    rounds.incrementAndGet();
                    return StepResult.NONE;
                },
                threads);
    }

    private void start(Step step, ThreadFactory threads) {
        loop = new Loop("the-wheel", step, FOREVER).start(run -> {
            thread.set(threads.newThread(run));
            return thread.get();
        });
    }

    private boolean isPausing() {
        return rounds.get() > 0 && thread.get().getState() == Thread.State.TIMED_WAITING;
    }

    private static final class ServersThread extends Thread implements ManageableThread {
        private final boolean shutDown;

        ServersThread(Runnable run, boolean shutDown) {
            super(run);
            this.shutDown = shutDown;
        }

        @Override
        public boolean isShutdown() {
            return shutDown;
        }
    }
}
