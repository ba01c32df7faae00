package dev.millrace.contract.schema;

import java.util.List;

/**
 * A regular expression as JSON Schema's {@code pattern} has it: ECMA-262 with the flag {@code u}, found anywhere in the text
 * unless it is anchored. Lookaround and backreferences are not supported, so every pattern matches in time proportional to
 * the text. Safe to use from several threads.
 */
public final class TextPattern {
    private final List<PatternProgram.Step> steps;

    private TextPattern(List<PatternProgram.Step> steps) {
        this.steps = steps;
    }

    /** @throws IllegalArgumentException if it is no such expression, with the reason for people */
    public static TextPattern compile(String pattern) {
        return new TextPattern(PatternProgram.of(PatternParser.parse(pattern)));
    }

    /**
     * @param budget for the steps of this search
     * @throws BudgetExceeded if the budget is too small
     */
    public boolean isFoundIn(String text, Budget budget) {
        return new PatternSearch(steps, text, budget).matches();
    }
}
