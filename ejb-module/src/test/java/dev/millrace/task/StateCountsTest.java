package dev.millrace.task;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateCountsTest {
    private final AtomicLong time = new AtomicLong(-5);
    private final AtomicLong tasks = new AtomicLong();
    private long countTakes = 10;
    private final StateCounts counts = new StateCounts(
            () -> {
                time.addAndGet(countTakes);
                return Map.of(TaskState.WAITING, tasks.incrementAndGet());
            },
            time::get);

    @Test
    void a_count_that_took_long_is_not_repeated_soon() {
        assertThat(waiting()).isEqualTo(1);

        time.addAndGet(189);
        assertThat(waiting()).isEqualTo(1);
        time.addAndGet(1);
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void a_fast_count_is_not_cached() {
        countTakes = 0;

        assertThat(waiting()).isEqualTo(1);
        assertThat(waiting()).isEqualTo(2);
    }

    private long waiting() {
        return counts.latest().get(TaskState.WAITING);
    }
}
