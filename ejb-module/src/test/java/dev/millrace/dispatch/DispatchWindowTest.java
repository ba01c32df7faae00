package dev.millrace.dispatch;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DispatchWindowTest {
    private static final long SECOND = 1_000_000_000L;

    private final DispatchWindow window = new DispatchWindow(1_000, Duration.ofMillis(250));
    private long nanos;

    @Test
    void the_window_is_zero_without_workers() {
        assertThat(window.capacity(0, 0, nanos)).isZero();
    }

    @Test
    void long_tasks_get_twice_the_slots() {
        assertThat(window.capacity(0, 4, nanos)).isEqualTo(8);
    }

    @Test
    void entries_in_the_stream_take_capacity() {
        assertThat(window.capacity(5, 4, nanos)).isEqualTo(3);
    }

    @Test
    void a_nearly_full_window_takes_no_tasks() {
        assertThat(window.capacity(6, 4, nanos)).isEqualTo(2);
        assertThat(window.capacity(7, 4, nanos)).isZero();
        assertThat(window.capacity(900, 4, nanos)).isZero();
    }

    @Test
    void the_window_holds_the_quick_tasks_that_workers_run_in_its_time() {
        workAt(2_000, 10);

        assertThat(window.capacity(0, 1, ++nanos)).isBetween(450, 500);
    }

    @Test
    void the_window_shrinks_when_the_workers_become_slow() {
        workAt(2_000, 10);

        workAt(10, 10);

        assertThat(window.capacity(0, 1, ++nanos)).isLessThan(10);
    }

    @Test
    void the_maximum_bounds_the_pace_and_the_slots() {
        assertThat(window.capacity(0, 5_000, nanos)).isEqualTo(1_000);

        workAt(100_000, 10);

        assertThat(window.capacity(0, 1, ++nanos)).isEqualTo(1_000);
    }

    @Test
    void entries_that_appear_from_nowhere_are_no_negative_pace() {
        window.capacity(0, 1, nanos);

        nanos += SECOND;
        window.capacity(500, 1, nanos);

        nanos += SECOND;
        assertThat(window.capacity(0, 1, nanos)).isPositive();
    }

    /** The workers take all added tasks within a tenth of a second, so many tasks a second, for some seconds. */
    private void workAt(int tasksPerSecond, int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            window.capacity(0, 1, nanos);
            window.added(tasksPerSecond / 10);
            nanos += SECOND / 10;
        }
        window.capacity(0, 1, nanos);
    }
}
