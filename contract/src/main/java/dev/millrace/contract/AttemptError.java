package dev.millrace.contract;

/**
 * Why an attempt failed.
 *
 * @param type the kind of error, for grouping: the exception's class name, cut to {@link ReportLimits#ERROR_TYPE}
 * @param message for people, cut to {@link ReportLimits#ERROR_MESSAGE}, or null
 * @param trace the stack trace, cut to {@link ReportLimits#ERROR_TRACE}, or null
 */
public record AttemptError(String type, String message, String trace) {
    public AttemptError {
        if (type == null || type.isBlank()) {
            throw new IllegalArgumentException("an error needs a type");
        }
        type = ReportLimits.truncate(type, ReportLimits.ERROR_TYPE);
        message = ReportLimits.truncate(message, ReportLimits.ERROR_MESSAGE);
        trace = ReportLimits.truncate(trace, ReportLimits.ERROR_TRACE);
    }
}
