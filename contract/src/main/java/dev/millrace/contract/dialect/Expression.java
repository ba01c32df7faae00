package dev.millrace.contract.dialect;

import java.util.List;

/** A parsed pattern, or a part of one. */
sealed interface Expression {
    /** One code point of a set. */
    record One(CharacterSet set) implements Expression {}

    /** All of these, one after the other; none = nothing. */
    record Sequence(List<Expression> parts) implements Expression {}

    /** Any one of these. */
    record Choice(List<Expression> options) implements Expression {}

    /** @param max negative = as often as you like */
    record Repeat(Expression part, int min, int max) implements Expression {}

    /** A place that takes no character. */
    enum Place implements Expression {
        BEGIN,
        END,
        WORD_BOUNDARY,
        NO_WORD_BOUNDARY
    }
}
