package dev.millrace.operations;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.problem.InvalidRequest;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TaskChangeTest {
    @Test
    void absent_properties_are_unchanged_and_a_null_time_means_at_once() {
        assertThat(TaskChange.parse("{\"priority\": 9}")).isEqualTo(new TaskChange(9, false, null));
        assertThat(TaskChange.parse("{\"runAt\": null}")).isEqualTo(new TaskChange(null, true, null));
        assertThat(TaskChange.parse("{\"priority\": 0, \"runAt\": \"2026-01-01T00:00:00Z\"}"))
                .isEqualTo(new TaskChange(0, true, NOW));
    }

    @Test
    void an_empty_request_is_no_change() {
        assertThatThrownBy(() -> TaskChange.parse("{}")).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> TaskChange.parse("{\"priority\": null}")).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> TaskChange.parse("{\"state\": \"FAILED\"}")).isInstanceOf(InvalidRequest.class);
    }
}
