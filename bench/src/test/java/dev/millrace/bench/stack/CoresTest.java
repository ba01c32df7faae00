package dev.millrace.bench.stack;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoresTest {
    @Test
    void idle_time_disk_waits_and_stolen_time_are_not_busy() {
        Duration busy = Cores.busy(
                """
                cpu  100 10 20 5000 600 3 4 70 8 9
                cpu0 50 5 10 2500 300 1 2 35 4 4
                """);

        assertThat(busy).isEqualTo(Duration.ofMillis((100 + 10 + 20 + 3 + 4) * 10));
    }
}
