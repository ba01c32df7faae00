package dev.millrace.shutdown;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.millrace.shutdown.ServingState.Phase;

import static org.assertj.core.api.Assertions.assertThat;

class ServingStateTest {
    private final ServingState serving = new ServingState();

    @Test
    void a_node_that_leaves_still_serves_and_one_that_stops_does_not() {
        assertThat(serving.enter()).isTrue();

        serving.goOn(Phase.LEAVING);
        assertThat(serving.enter()).isTrue();

        serving.goOn(Phase.STOPPING);
        assertThat(serving.enter()).isFalse();
    }

    @Test
    void there_is_no_way_back_and_each_step_is_news_once() {
        assertThat(serving.goOn(Phase.STOPPING)).isTrue();

        assertThat(serving.goOn(Phase.STOPPING)).isFalse();
        assertThat(serving.goOn(Phase.LEAVING)).isFalse();
        assertThat(serving.phase()).isEqualTo(Phase.STOPPING);
    }

    @Test
    void it_is_idle_when_all_that_entered_have_left() throws InterruptedException {
        serving.enter();
        serving.goOn(Phase.STOPPING);
        serving.enter();
        assertThat(serving.awaitIdle(Duration.ofMillis(1))).isFalse();

        serving.leave();

        assertThat(serving.awaitIdle(Duration.ofSeconds(1))).isTrue();
    }
}
