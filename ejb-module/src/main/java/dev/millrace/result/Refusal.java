package dev.millrace.result;

/**
 * Why a report does not count as it came.
 *
 * @param kind {@code unreadable} or {@code unwritable}, for the metrics
 * @param reason for people
 */
record Refusal(String kind, String reason) {
    static Refusal unreadable(String reason) {
        return new Refusal("unreadable", reason);
    }

    /** The reason repeats nothing of what {@code cause} says, for that may repeat the report. */
    static Refusal unwritable(Throwable cause) {
        return new Refusal(
                "unwritable", "cannot be written: " + cause.getClass().getSimpleName());
    }
}
