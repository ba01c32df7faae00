package dev.millrace.contract;

import java.time.Duration;

/**
 * Bounds of a report. Workers truncate to these bounds before they send; servers hold every worker to them, except for
 * {@link #RETRY_IN}. Lengths are in characters (UTF-16 units).
 */
public final class ReportLimits {
    /** Longest message of a progress report. */
    public static final int PROGRESS_MESSAGE = 500;
    /** Longest log message. */
    public static final int LOG_LINE = 2_000;
    /** Longest reason for releasing a claim. */
    public static final int RELEASE_REASON = 2_000;
    /** Longest type of an error. */
    public static final int ERROR_TYPE = 300;
    /** Longest message of an error. */
    public static final int ERROR_MESSAGE = 2_000;
    /** Longest trace of an error. */
    public static final int ERROR_TRACE = 16_000;
    /** Longest result, as JSON text; a longer one is an error and is never truncated. */
    public static final int RESULT = 5_000_000;
    /**
     * Longest wait before another attempt that a worker requests; servers reject more than
     * {@link MessageLimits#DURATION}.
     */
    public static final Duration RETRY_IN = Duration.ofDays(365);

    private ReportLimits() {}

    /** @return the text's first characters, without splitting a surrogate pair; null if it is null */
    public static String truncate(String text, int maxLength) {
        if (text == null || text.length() <= maxLength) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(maxLength - 1))
                && Character.isLowSurrogate(text.charAt(maxLength));
        return text.substring(0, splits ? maxLength - 1 : maxLength);
    }
}
