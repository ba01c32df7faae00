package dev.millrace.worker.execution;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class SupervisedTest {
    private final AtomicInteger begun = new AtomicInteger();

    /** An error that cannot be printed: its own methods throw, too. */
    private static final class Mute extends Error {
        @Override
        public String toString() {
            throw new OutOfMemoryError("not even for that");
        }
    }

    @Test
    void a_loop_outlives_every_error_until_it_ends_by_itself() {
        Supervised.loop("a loop", this::failTwice).run();

        assertThat(begun).hasValue(3);
    }

    @Test
    void a_step_that_fails_is_repeated() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        timer.scheduleWithFixedDelay(Supervised.step("a step", this::failTwice), 0, 1, TimeUnit.MILLISECONDS);

        await().until(() -> begun.get() > 10);
        timer.shutdownNow();
    }

    private void failTwice() {
        switch (begun.incrementAndGet()) {
            case 1 -> throw new StackOverflowError();
            case 2 -> throw new Mute();
            default -> Thread.onSpinWait();
        }
    }
}
