package dev.millrace.monitoring.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.OpenRounds;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.testkit.clock.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StuckLoopsTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private boolean there = true;
    private final StuckLoops stuck = new StuckLoops(
            () -> there, limit -> List.of(new OpenRounds.Stuck("the-wheel", Duration.ofHours(1))), LIMIT, clock);

    @Test
    void a_loop_that_does_not_end_its_round_is_named() {
        stuck.once();
        clock.advance(LIMIT);

        assertThat(stuck.now()).containsExactly("the-wheel");
    }

    @Test
    void no_loop_is_stuck_during_an_outage_nor_shortly_after_it() {
        there = false;
        stuck.once();
        clock.advance(LIMIT.multipliedBy(2));
        assertThat(stuck.now()).isEmpty();

        there = true;
        stuck.once();
        clock.advance(LIMIT.minusMillis(1));
        assertThat(stuck.now()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(stuck.now()).containsExactly("the-wheel");
    }

    @Test
    void only_a_round_that_has_begun_and_not_ended_counts_and_an_idle_loop_has_none() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger rounds = new AtomicInteger();
        try (Loop hanging = new Loop("hangs", () -> hangs(rounds, never), LIMIT);
                Loop idle = new Loop("idles", () -> idles(rounds), LIMIT)) {
            hanging.start(Thread::new);
            idle.start(Thread::new);
            await().until(() -> rounds.get() == 2);

            await().untilAsserted(() -> assertThat(open()).containsExactly("hangs"));
        }
        assertThat(open()).isEmpty();
    }

    private static StepResult hangs(AtomicInteger rounds, CountDownLatch never) throws InterruptedException {
        rounds.incrementAndGet();
        never.await();
        return StepResult.NONE;
    }

    private static StepResult idles(AtomicInteger rounds) {
        rounds.incrementAndGet();
        return StepResult.NONE;
    }

    private static List<String> open() {
        return OpenRounds.openLongerThan(Duration.ZERO).stream()
                .map(OpenRounds.Stuck::loop)
                .filter(List.of("hangs", "idles")::contains)
                .toList();
    }
}
