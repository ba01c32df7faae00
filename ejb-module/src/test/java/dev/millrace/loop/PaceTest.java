package dev.millrace.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {
    private final List<Duration> rests = new ArrayList<>();
    private Duration time = Duration.ZERO;
    private final Pace pace = new Pace(() -> time.toNanos(), nanos -> rests.add(Duration.ofNanos(nanos)));

    @Test
    void the_first_group_waits_for_nothing() {
        pace.rest();

        assertThat(rests).isEmpty();
    }

    @Test
    void after_a_group_it_rests_as_long_as_that_took() {
        work(5, false);

        pace.rest();

        assertThat(rests).containsExactly(Duration.ofMillis(5));
    }

    @Test
    void what_has_passed_since_the_last_group_counts() {
        work(5, false);
        pass(2);

        pace.rest();

        assertThat(rests).containsExactly(Duration.ofMillis(3));
    }

    @Test
    void what_comes_after_a_silence_waits_for_nothing() {
        work(5, false);
        pass(5);

        pace.rest();

        assertThat(rests).isEmpty();
    }

    @Test
    void after_a_group_that_took_long_it_does_not_rest_as_long() {
        work(1_000, false);

        pace.rest();

        assertThat(rests).containsExactly(Pace.LONGEST);
    }

    @Test
    void after_a_full_group_there_is_nothing_to_gather() {
        work(5, true);

        pace.rest();

        assertThat(rests).isEmpty();
    }

    private void work(long millis, boolean full) {
        pace.begin();
        pass(millis);
        pace.end(full);
    }

    private void pass(long millis) {
        time = time.plusMillis(millis);
    }
}
