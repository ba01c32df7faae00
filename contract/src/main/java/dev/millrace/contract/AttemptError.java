package dev.millrace.contract;

/**
 * Why an attempt failed.
 *
 * @param type what kind of error, for grouping: the exception's class name
 * @param message for people, or null
 * @param trace the stack trace, cut to {@link #MAX_TRACE}, or null
 */
public record AttemptError(String type, String message, String trace) {
    /** Longest message kept, in characters. */
    public static final int MAX_MESSAGE = 2_000;
    /** Longest trace kept, in characters. */
    public static final int MAX_TRACE = 16_000;

    public AttemptError {
        if (type == null || type.isBlank()) {
            throw new IllegalArgumentException("an error needs a type");
        }
        message = cut(message, MAX_MESSAGE);
        trace = cut(trace, MAX_TRACE);
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
