package dev.millrace.worker.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.contract.dialect.Budget;
import dev.millrace.contract.dialect.BudgetSpent;
import dev.millrace.contract.dialect.TextFormat;
import dev.millrace.contract.dialect.TextPattern;

/**
 * What a text must be like.
 *
 * @param minLength in characters (code points)
 * @param maxLength {@link Integer#MAX_VALUE} = any
 * @param format null = any
 * @param pattern as it stands in the schema, null = any
 * @param compiled the same, compiled
 * @param encoding for {@code contentEncoding}, or null
 */
record TextRules(
        int minLength, int maxLength, TextFormat format, String pattern, TextPattern compiled, String encoding) {
    static final TextRules NONE = new TextRules(0, Integer.MAX_VALUE, null, null, null, null);

    static TextRules of(TextFormat format) {
        return new TextRules(0, Integer.MAX_VALUE, format, null, null, null);
    }

    /** @throws IllegalArgumentException if the pattern is none */
    TextRules withPattern(String text) {
        return new TextRules(minLength, maxLength, format, text, TextPattern.compile(text), encoding);
    }

    TextRules withFormat(TextFormat other) {
        return new TextRules(minLength, maxLength, other, pattern, compiled, encoding);
    }

    TextRules withEncoding(String name) {
        return new TextRules(minLength, maxLength, format, pattern, compiled, name);
    }

    /** Lengths outside of the present ones change nothing. */
    TextRules withLength(int least, int greatest) {
        return new TextRules(
                Math.max(minLength, least), Math.min(maxLength, greatest), format, pattern, compiled, encoding);
    }

    void describe(ObjectNode schema) {
        if (minLength > 0) {
            schema.put("minLength", minLength);
        }
        if (maxLength < Integer.MAX_VALUE) {
            schema.put("maxLength", maxLength);
        }
        if (format != null) {
            schema.put("format", format.keyword());
        }
        if (pattern != null) {
            schema.put("pattern", pattern);
        }
        if (encoding != null) {
            schema.put("contentEncoding", encoding);
        }
    }

    void check(String text, Place place) throws UnfitValue {
        int length = text.codePointCount(0, text.length());
        if (length < minLength) {
            throw new UnfitValue(place, "must have at least " + minLength + " characters");
        } else if (length > maxLength) {
            throw new UnfitValue(place, "must have at most " + maxLength + " characters");
        } else if (format != null && !format.accepts(text)) {
            throw new UnfitValue(place, "must be a " + format.keyword());
        } else if (compiled != null && !matches(text, place)) {
            throw new UnfitValue(place, "must match " + pattern);
        }
    }

    private boolean matches(String text, Place place) throws UnfitValue {
        try {
            return compiled.isFoundIn(text, new Budget(Budget.OF_ONE_VALUE));
        } catch (BudgetSpent e) {
            throw new UnfitValue(place, "takes too long to check");
        }
    }
}
