package dev.millrace.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import dev.millrace.contract.MessageLimits;

/**
 * Times as requests write them. In UTC their year has four digits, or Millrace could not write them as RFC 3339
 * requires. It truncates them to milliseconds.
 */
public final class Rfc3339 {
    /** The fault of any other text, for people. */
    public static final String EXPECTED = "must be an RFC 3339 time whose year in UTC is 0000 to 9999";

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private Rfc3339() {}

    /** @throws DateTimeException if the text is not such a time */
    public static Instant parse(String text) {
        Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (time.isBefore(EARLIEST) || time.isAfter(MessageLimits.LATEST_TIME)) {
            throw new DateTimeException("The year has more than four digits.");
        }
        return time;
    }
}
