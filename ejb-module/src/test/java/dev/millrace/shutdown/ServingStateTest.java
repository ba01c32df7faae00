package dev.millrace.shutdown;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.millrace.shutdown.ServingState.Phase;

import static org.assertj.core.api.Assertions.assertThat;

class ServingStateTest {
    private final ServingState serving = new ServingState();

    @Test
    void a_node_that_leaves_still_serves_and_one_that_stops_does_not() {
        assertThat(serving.tryBeginRequest()).isTrue();

        serving.advanceTo(Phase.NOT_READY);
        assertThat(serving.tryBeginRequest()).isTrue();

        serving.advanceTo(Phase.STOPPING);
        assertThat(serving.tryBeginRequest()).isFalse();
    }

    @Test
    void a_phase_only_advances_and_each_step_is_reported_once() {
        assertThat(serving.advanceTo(Phase.STOPPING)).isTrue();

        assertThat(serving.advanceTo(Phase.STOPPING)).isFalse();
        assertThat(serving.advanceTo(Phase.NOT_READY)).isFalse();
        assertThat(serving.phase()).isEqualTo(Phase.STOPPING);
    }

    @Test
    void a_node_is_idle_once_all_requests_have_ended() throws InterruptedException {
        serving.tryBeginRequest();
        serving.advanceTo(Phase.STOPPING);
        serving.tryBeginRequest();
        assertThat(serving.awaitIdle(Duration.ofMillis(1))).isFalse();

        serving.endRequest();

        assertThat(serving.awaitIdle(Duration.ofSeconds(1))).isTrue();
    }
}
