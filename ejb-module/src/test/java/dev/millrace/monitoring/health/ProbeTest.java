package dev.millrace.monitoring.health;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.node.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class ProbeTest {
    private final SetClock clock = new SetClock(Instant.parse("2026-01-01T00:00:00Z"));
    private boolean away;
    private final Probe probe = new Probe("the wheel", this::look, clock);

    @Test
    void what_was_not_seen_yet_is_not_there() {
        assertThat(probe.isThere()).isFalse();
    }

    @Test
    void what_was_seen_is_there() {
        probe.once();

        assertThat(probe.isThere()).isTrue();
    }

    @Test
    void what_fails_is_away_at_once_and_back_when_it_answers() {
        probe.once();

        away = true;
        probe.once();
        assertThat(probe.isThere()).isFalse();

        away = false;
        probe.once();
        assertThat(probe.isThere()).isTrue();
    }

    @Test
    void a_look_that_does_not_come_back_counts_as_away_after_a_while() {
        probe.once();

        clock.pass(Probe.FRESH.minusMillis(1));
        assertThat(probe.isThere()).isTrue();
        clock.pass(Duration.ofMillis(1));
        assertThat(probe.isThere()).isFalse();
    }

    @Test
    void an_error_of_the_virtual_machine_means_away_and_ends_nothing() {
        Probe deep = new Probe(
                "the well",
                () -> {
                    if (away) {
                        throw new StackOverflowError();
                    }
                },
                clock);
        deep.once();
        away = true;

        assertThatCode(deep::once).doesNotThrowAnyException();
        assertThat(deep.isThere()).isFalse();
    }

    private void look() {
        if (away) {
            throw new IllegalStateException("away");
        }
    }
}
