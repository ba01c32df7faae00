package dev.millrace.bench.report;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TargetsTest {
    private static final String ON_PAYARA = "Heap of a WebSocket session on Payara Micro, KB";
    private static final String ON_WILDFLY = "Heap of a WebSocket session on WildFly, KB";

    private final BenchMetrics metrics = new BenchMetrics();

    @Test
    void each_server_has_a_target_of_its_own_for_the_heap_of_a_session() {
        heapOfASession("Millrace, H2", 1_000, 38);
        heapOfASession("Millrace, WildFly", 1_000, 17);

        assertThat(target(ON_PAYARA).reached()).hasValue(38);
        assertThat(target(ON_PAYARA).isMet()).isTrue();
        assertThat(target(ON_WILDFLY).reached()).hasValue(17);
        assertThat(target(ON_WILDFLY).isMet()).isFalse();
    }

    @Test
    void a_value_of_one_server_does_not_count_for_the_other() {
        heapOfASession("Millrace, WildFly", 1_000, 14);

        assertThat(target(ON_PAYARA).reached()).isEmpty();
        assertThat(target(ON_WILDFLY).isMet()).isTrue();
    }

    @Test
    void the_heap_of_a_session_is_that_with_the_most_open() {
        heapOfASession("Millrace, WildFly", 1_000, 20);
        heapOfASession("Millrace, WildFly", 10_000, 12);

        assertThat(target(ON_WILDFLY).reached()).hasValue(12);
    }

    private void heapOfASession(String subject, int open, double kilobytes) {
        metrics.add("sessions", subject, open + " open: heap of each", "KB", kilobytes);
    }

    private Target target(String text) {
        return new Targets(metrics)
                .all().stream()
                        .filter(target -> target.text().equals(text))
                        .findFirst()
                        .orElseThrow();
    }
}
