package dev.millrace.worker.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.contract.schema.Budget;
import dev.millrace.contract.schema.BudgetExceeded;
import dev.millrace.contract.schema.TextFormat;
import dev.millrace.contract.schema.TextPattern;

/**
 * Constraints of a string.
 *
 * @param minLength in characters (code points)
 * @param maxLength {@link Integer#MAX_VALUE} = any
 * @param format null = any
 * @param pattern as in the schema, null = any
 * @param compiled the same, compiled
 * @param encoding for {@code contentEncoding}, or null
 */
record TextConstraints(
        int minLength, int maxLength, TextFormat format, String pattern, TextPattern compiled, String encoding) {
    private static final String DURATION = "must be an ISO 8601 duration, such as PT15M";

    static final TextConstraints NONE = new TextConstraints(0, Integer.MAX_VALUE, null, null, null, null);

    static TextConstraints of(TextFormat format) {
        return new TextConstraints(0, Integer.MAX_VALUE, format, null, null, null);
    }

    /** @throws IllegalArgumentException if the pattern is not valid */
    TextConstraints withPattern(String text) {
        return new TextConstraints(minLength, maxLength, format, text, TextPattern.compile(text), encoding);
    }

    TextConstraints withFormat(TextFormat other) {
        return new TextConstraints(minLength, maxLength, other, pattern, compiled, encoding);
    }

    TextConstraints withEncoding(String name) {
        return new TextConstraints(minLength, maxLength, format, pattern, compiled, name);
    }

    /** Lengths outside of the present ones change nothing. */
    TextConstraints withLength(int least, int greatest) {
        return new TextConstraints(
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

    void check(String text, ValuePath path) throws InvalidValue {
        int length = text.codePointCount(0, text.length());
        if (length < minLength) {
            throw new InvalidValue(path, "must have at least " + minLength + " characters");
        } else if (length > maxLength) {
            throw new InvalidValue(path, "must have at most " + maxLength + " characters");
        } else if (format != null && !format.accepts(text)) {
            throw new InvalidValue(path, format == TextFormat.DURATION ? DURATION : "must be a " + format.keyword());
        } else if (compiled != null && !matches(text, path)) {
            throw new InvalidValue(path, mismatch());
        }
    }

    private String mismatch() {
        if (format == TextFormat.DURATION) {
            return DURATION;
        }
        return "base64".equals(encoding) ? "must be Base64 with padding" : "must match " + pattern;
    }

    private boolean matches(String text, ValuePath path) throws InvalidValue {
        try {
            return compiled.isFoundIn(text, new Budget(Budget.PER_VALUE));
        } catch (BudgetExceeded e) {
            throw new InvalidValue(path, "takes too long to check");
        }
    }
}
