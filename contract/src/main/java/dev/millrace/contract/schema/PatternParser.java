package dev.millrace.contract.schema;

import java.util.ArrayList;
import java.util.List;

import dev.millrace.contract.schema.Expression.Choice;
import dev.millrace.contract.schema.Expression.One;
import dev.millrace.contract.schema.Expression.Place;
import dev.millrace.contract.schema.Expression.Repeat;
import dev.millrace.contract.schema.Expression.Sequence;

/** Reads the regular expressions of ECMA-262 (with the flag {@code u}) that can be matched in linear time. */
final class PatternParser {
    static final int MAX_LENGTH = 1_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_COUNT = 1_000;

    private final PatternScanner text;
    private int depth;

    private PatternParser(String pattern) {
        text = new PatternScanner(pattern);
    }

    /** @throws IllegalArgumentException if it is not such an expression */
    static Expression parse(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("it is longer than " + MAX_LENGTH + " characters");
        }
        PatternParser parser = new PatternParser(pattern);
        Expression expression = parser.choice();
        if (!parser.text.isAtEnd()) {
            throw parser.text.error("')' closes nothing");
        }
        return expression;
    }

    private Expression choice() {
        List<Expression> options = new ArrayList<>();
        do {
            options.add(sequence());
        } while (text.take('|'));
        return options.size() == 1 ? options.get(0) : new Choice(options);
    }

    private Expression sequence() {
        List<Expression> parts = new ArrayList<>();
        while (!text.isAtEnd() && !text.isAt('|') && !text.isAt(')')) {
            Expression term = term();
            parts.add(term instanceof Place ? term : repeated(term));
        }
        return new Sequence(parts);
    }

    private Expression term() {
        int c = text.next();
        return switch (c) {
            case '^' -> Place.BEGIN;
            case '$' -> Place.END;
            case '(' -> group();
            case '.' -> new One(CharacterSet.NOT_LINE_BREAK);
            case '[' -> new One(new CharacterClassParser(text).parse());
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw text.error("'" + (char) c + "' repeats nothing");
            case '}', ']' -> throw text.error("'" + (char) c + "' must be written with \\ before it");
            default -> new One(CharacterSet.range(c, c));
        };
    }

    private Expression group() {
        if (text.take('?')) {
            if (text.take("<=") || text.take("<!") || text.isAt('=') || text.isAt('!')) {
                throw text.error("looking ahead or behind is not supported");
            }
            if (text.take('<')) {
                text.skipGroupName();
            } else if (!text.take(':')) {
                throw text.error("a group begins with (, (?: or (?<name>");
            }
        }
        if (++depth > MAX_DEPTH) {
            throw text.error("groups are nested more than " + MAX_DEPTH + " deep");
        }
        Expression inner = choice();
        if (!text.take(')')) {
            throw text.error("a group is not closed");
        }
        depth--;
        return inner;
    }

    private Expression escape() {
        if (text.take('b')) {
            return Place.WORD_BOUNDARY;
        }
        if (text.take('B')) {
            return Place.NO_WORD_BOUNDARY;
        }
        if (text.isAt('k') || text.isAtDigitFrom('1')) {
            throw text.error("references to groups are not supported");
        }
        return new One(EscapeParser.parse(text));
    }

    private Expression repeated(Expression part) {
        Repeat repeat;
        if (text.take('*')) {
            repeat = new Repeat(part, 0, -1);
        } else if (text.take('+')) {
            repeat = new Repeat(part, 1, -1);
        } else if (text.take('?')) {
            repeat = new Repeat(part, 0, 1);
        } else if (text.take('{')) {
            repeat = counted(part);
        } else {
            return part;
        }
        text.take('?'); // shortest first: finds the same texts
        return repeat;
    }

    private Repeat counted(Expression part) {
        int min = text.number(MAX_COUNT);
        int max = min;
        if (text.take(',')) {
            max = text.isAt('}') ? -1 : text.number(MAX_COUNT);
        }
        if (!text.take('}')) {
            throw text.error("a count is {n}, {n,} or {n,m}");
        }
        if (max >= 0 && max < min) {
            throw text.error("a count's upper bound is below its lower one");
        }
        return new Repeat(part, min, max);
    }
}
