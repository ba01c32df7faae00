package dev.millrace.testkit.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommandTest {
    @Test
    void its_output_is_the_standard_output_alone() {
        assertThat(Command.of("sh", "-c", "echo flour; echo noise >&2").output())
                .isEqualTo("flour\n");
    }

    @Test
    void a_variable_reaches_the_program() {
        assertThat(Command.of("sh", "-c", "echo $GRIST").with("GRIST", "rye").output())
                .isEqualTo("rye\n");
    }

    @Test
    void a_failure_quotes_the_errors() {
        assertThatThrownBy(() -> Command.of("sh", "-c", "echo flour; echo no water >&2; exit 3")
                        .output())
                .hasMessage("sh ended with 3: no water");
    }

    @Test
    void a_failure_without_errors_quotes_the_output() {
        assertThatThrownBy(() -> Command.of("sh", "-c", "echo no water; exit 3").output())
                .hasMessage("sh ended with 3: no water");
    }
}
