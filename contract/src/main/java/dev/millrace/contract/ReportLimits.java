package dev.millrace.contract;

import java.time.Duration;

/**
 * How much a report may say. Workers cut to these bounds before they send; servers hold every worker to them, but for
 * {@link #RETRY_IN}. Lengths are in characters (UTF-16 units).
 */
public final class ReportLimits {
    /** Longest message of a progress report. */
    public static final int PROGRESS_MESSAGE = 500;
    /** Longest logged line. */
    public static final int LOG_LINE = 2_000;
    /** Longest reason for handing a task back. */
    public static final int RELEASE_REASON = 2_000;
    /** Longest type of an error. */
    public static final int ERROR_TYPE = 300;
    /** Longest message of an error. */
    public static final int ERROR_MESSAGE = 2_000;
    /** Longest trace of an error. */
    public static final int ERROR_TRACE = 16_000;
    /** Longest result, as JSON text; a longer one is an error, it is not cut. */
    public static final int RESULT = 5_000_000;
    /** Longest wait before another attempt that a worker asks for; servers refuse what is beyond {@link MessageLimits#PERIOD}. */
    public static final Duration RETRY_IN = Duration.ofDays(365);

    private ReportLimits() {}

    /** @return the text, cut to so many characters without splitting one of two units; null if it is null */
    public static String cut(String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        boolean splits =
                Character.isHighSurrogate(text.charAt(longest - 1)) && Character.isLowSurrogate(text.charAt(longest));
        return text.substring(0, splits ? longest - 1 : longest);
    }
}
