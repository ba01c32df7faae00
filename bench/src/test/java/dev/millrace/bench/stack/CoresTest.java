package dev.millrace.bench.stack;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoresTest {
    @Test
    void what_is_idle_waits_for_a_disk_or_was_taken_by_other_machines_is_not_busy() {
        Duration busy = Cores.busy(
                """
                cpu  100 10 20 5000 600 3 4 70 8 9
                cpu0 50 5 10 2500 300 1 2 35 4 4
                """);

        assertThat(busy).isEqualTo(Duration.ofMillis((100 + 10 + 20 + 3 + 4) * 10));
    }
}
