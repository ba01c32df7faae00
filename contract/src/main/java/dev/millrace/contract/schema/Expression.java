package dev.millrace.contract.schema;

import java.util.List;

/** A parsed pattern, or a part of one. */
sealed interface Expression {
    /** One code point of a set. */
    record One(CharacterSet set) implements Expression {}

    /** All of these, one after the other; an empty list matches the empty text. */
    record Sequence(List<Expression> parts) implements Expression {}

    /** Any one of these. */
    record Choice(List<Expression> options) implements Expression {}

    /** @param max negative = unlimited */
    record Repeat(Expression part, int min, int max) implements Expression {}

    /** A position that takes no character. */
    enum Place implements Expression {
        BEGIN,
        END,
        WORD_BOUNDARY,
        NO_WORD_BOUNDARY
    }
}
