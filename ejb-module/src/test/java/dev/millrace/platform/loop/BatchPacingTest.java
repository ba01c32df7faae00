package dev.millrace.platform.loop;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchPacingTest {
    private Duration time = Duration.ZERO;
    private final BatchPacing pace = new BatchPacing(() -> time.toNanos());

    @Test
    void the_pause_is_as_long_as_the_last_batch_took() {
        assertThat(work(5, false)).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void the_rest_after_a_slow_batch_is_bounded() {
        assertThat(work(1_000, false)).isEqualTo(BatchPacing.MAX_REST);
    }

    @Test
    void a_full_batch_needs_no_rest() {
        assertThat(work(5, true)).isZero();
    }

    private Duration work(long millis, boolean full) {
        pace.begin();
        time = time.plusMillis(millis);
        return pace.end(full);
    }
}
