package dev.millrace.task;

import org.junit.jupiter.api.Test;

import dev.millrace.request.TaskRequest;

import static org.assertj.core.api.Assertions.assertThat;

class DispatchKeyTest {
    private static final long MAX_TAG = (1L << 56) - 1;

    @Test
    void a_smaller_tag_comes_first_within_a_priority() {
        assertThat(DispatchKey.of(5, 1_000)).isLessThan(DispatchKey.of(5, 1_001));
    }

    @Test
    void a_higher_priority_precedes_any_tag() {
        for (int priority = 1; priority <= TaskRequest.MAX_PRIORITY; priority++) {
            assertThat(DispatchKey.of(priority, MAX_TAG)).isLessThan(DispatchKey.of(priority - 1, 0));
        }
    }

    @Test
    void keys_are_never_negative_and_sort_in_order() {
        assertThat(DispatchKey.of(TaskRequest.MAX_PRIORITY, 0)).isZero();
        assertThat(DispatchKey.of(0, MAX_TAG)).isPositive();
    }
}
