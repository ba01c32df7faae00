package dev.millrace.platform.problem;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FaultTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/text", "/tasks/0/parameters/a~1b", "?limit", "?"})
    void a_short_pointer_stays_as_it_is(String pointer) {
        assertThat(new Fault(pointer, "is wrong").pointer()).isEqualTo(pointer);
    }

    @Test
    void a_pointer_ends_before_a_name_of_more_than_a_hundred_characters() {
        String longest = "n".repeat(Fault.MAX_NAME_LENGTH);

        assertThat(new Fault("/a/" + longest, "").pointer()).isEqualTo("/a/" + longest);
        assertThat(new Fault("/a/" + longest + "n/b", "").pointer()).isEqualTo("/a");
        assertThat(new Fault("/" + "n".repeat(2_000_000), "").pointer()).isEmpty();
    }

    @Test
    void a_pointer_into_the_depth_is_bounded() {
        assertThat(new Fault("/deep".repeat(900), "").pointer())
                .hasSize(Fault.MAX_POINTER_LENGTH)
                .endsWith("/deep");
    }

    @Test
    void an_answer_counts_all_faults_and_lists_a_hundred() {
        List<Fault> faults = IntStream.range(0, 60_000)
                .mapToObj(i -> new Fault("/p" + i, "unknown property"))
                .toList();

        InvalidRequest problem = new InvalidRequest(faults);

        assertThat(problem.faults()).hasSize(100).isEqualTo(faults.subList(0, 100));
        assertThat(problem.getMessage()).isEqualTo("60000 values are not valid.");
    }
}
