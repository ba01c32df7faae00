package dev.millrace.bench.stack;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ToolTest {
    @Test
    void what_a_program_prints_is_its_output() {
        assertThat(Tool.run("sh", "-c", "echo flour; echo noise >&2")).isEqualTo("flour\n");
    }

    @Test
    void a_failed_one_is_quoted() {
        assertThatThrownBy(() -> Tool.run("sh", "-c", "echo flour; echo no water >&2; exit 3"))
                .hasMessage("sh ended with 3: no water");
    }

    @Test
    void a_failed_one_that_says_why_where_its_output_goes_is_quoted_too() {
        assertThatThrownBy(() -> Tool.run("sh", "-c", "echo no water; exit 3")).hasMessage("sh ended with 3: no water");
    }
}
