package dev.millrace.platform.loop;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchPacingTest {
    private Duration time = Duration.ZERO;
    private final BatchPacing pace = new BatchPacing(() -> time.toNanos());

    @Test
    void after_a_group_it_rests_as_long_as_that_took() {
        assertThat(work(5, false)).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void after_a_group_that_took_long_it_does_not_rest_as_long() {
        assertThat(work(1_000, false)).isEqualTo(BatchPacing.LONGEST);
    }

    @Test
    void after_a_full_group_there_is_nothing_to_gather() {
        assertThat(work(5, true)).isZero();
    }

    private Duration work(long millis, boolean full) {
        pace.begin();
        time = time.plusMillis(millis);
        return pace.end(full);
    }
}
