package dev.millrace.contract.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Matches are pinned by {@code golden/dialect.json}, which server, worker and form read. */
class TextPatternTest {
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*b"})
    void work_grows_with_the_text_and_not_with_the_ways_through_the_pattern(String pattern) {
        TextPattern compiled = TextPattern.compile(pattern);
        String text = "a".repeat(10_000) + "!";

        assertThatCode(() -> compiled.isFoundIn(text, new Budget(50L * text.length())))
                .doesNotThrowAnyException();
    }

    @Test
    void a_search_beyond_the_budget_is_given_up() {
        TextPattern pattern = TextPattern.compile("^[a-z]{1,1000}$");

        assertThatThrownBy(() -> pattern.isFoundIn("a".repeat(1_000), new Budget(500)))
                .isInstanceOf(BudgetExceeded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"((((){1000}){1000}){1000}){1000}", "(a{1000}){1000}", "((((a{9}){9}){9}){9}){9}"})
    void a_pattern_with_a_huge_program_is_rejected(String pattern) {
        assertThatThrownBy(() -> TextPattern.compile(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_pattern_that_is_nested_too_deeply_is_rejected() {
        assertThatThrownBy(() -> TextPattern.compile("(".repeat(500) + ")".repeat(500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> TextPattern.compile("a".repeat(1_001))).hasMessageContaining("longer than");
    }

    @Test
    void a_fault_has_its_pointer() {
        assertThatThrownBy(() -> TextPattern.compile("ab(c")).hasMessage("a group is not closed (at character 4)");
    }
}
