package dev.millrace.platform.loop;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IsolateFailuresTest {
    @Test
    void a_failure_of_one_does_not_stop_the_others_and_all_are_reported() {
        List<Integer> done = new ArrayList<>();

        assertThatThrownBy(() -> IsolateFailures.forEach(List.of(1, 2, 3, 4), number -> {
                    if (number % 2 == 1) {
                        throw new IllegalStateException("no " + number);
                    }
                    return done.add(number);
                }))
                .hasMessage("no 1")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("no 3"));

        assertThat(done).containsExactly(2, 4);
    }

    @Test
    void an_error_of_the_virtual_machine_stops_the_others_no_more_than_a_failure() {
        List<Integer> done = new ArrayList<>();
        StackOverflowError overflow = new StackOverflowError("deep");

        assertThatThrownBy(() -> IsolateFailures.forEach(List.of(1, 2, 3), number -> {
                    if (number != 2) {
                        throw overflow;
                    }
                    return done.add(number);
                }))
                .isSameAs(overflow);

        assertThat(done).containsExactly(2);
    }

    @Test
    void there_is_more_if_any_work_was_done() {
        assertThat(IsolateFailures.forEach(List.of(1, 2, 3), number -> number == 2))
                .isEqualTo(StepResult.MORE);
        assertThat(IsolateFailures.forEach(List.of(1, 2, 3), number -> false)).isEqualTo(StepResult.NONE);
    }
}
