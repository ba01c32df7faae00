package dev.millrace.monitoring.health;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.clock.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class ProbeTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private boolean down;
    private final Probe probe = new Probe("the wheel", this::look, clock);

    @Test
    void an_unchecked_dependency_is_down() {
        assertThat(probe.isUp()).isFalse();
    }

    @Test
    void a_checked_dependency_is_up() {
        probe.once();

        assertThat(probe.isUp()).isTrue();
    }

    @Test
    void a_failing_dependency_is_down_at_once_and_up_when_it_answers() {
        probe.once();

        down = true;
        probe.once();
        assertThat(probe.isUp()).isFalse();

        down = false;
        probe.once();
        assertThat(probe.isUp()).isTrue();
    }

    @Test
    void a_hanging_check_counts_as_down_after_a_while() {
        probe.once();

        clock.advance(Probe.MAX_AGE.minusMillis(1));
        assertThat(probe.isUp()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(probe.isUp()).isFalse();
    }

    @Test
    void an_error_of_the_virtual_machine_means_down_and_ends_nothing() {
        Probe deep = new Probe(
                "the well",
                () -> {
                    if (down) {
                        throw new StackOverflowError();
                    }
                },
                clock);
        deep.once();
        down = true;

        assertThatCode(deep::once).doesNotThrowAnyException();
        assertThat(deep.isUp()).isFalse();
    }

    private void look() {
        if (down) {
            throw new IllegalStateException("down");
        }
    }
}
