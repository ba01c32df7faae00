package dev.millrace.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as requests write them, within the years 0 to 9999 that RFC 3339 and every database know. */
public final class Rfc3339 {
    private static final int LAST_YEAR = 9999;

    private Rfc3339() {}

    /** @throws DateTimeException if the text is not such a time */
    public static Instant parse(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("The year has more than four digits.");
        }
        return time.toInstant();
    }
}
