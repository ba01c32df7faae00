package dev.millrace.result;

/**
 * Why a report does not count.
 *
 * @param reason {@code unreadable} or {@code unwritable}, for the metrics
 * @param detail for people
 */
record ReportRejection(String reason, String detail) {
    static ReportRejection unreadable(String reason) {
        return new ReportRejection("unreadable", reason);
    }

    /** The reason does not repeat the message of {@code cause}, because that may repeat the report. */
    static ReportRejection unwritable(Throwable cause) {
        return new ReportRejection(
                "unwritable", "cannot be written: " + cause.getClass().getSimpleName());
    }
}
