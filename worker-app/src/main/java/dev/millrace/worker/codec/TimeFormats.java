package dev.millrace.worker.codec;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes instants and durations, so that every readable value is writable, also at the edges of the formats. */
final class TimeFormats {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Duration MAX_OFFSET = Duration.ofSeconds(ZoneOffset.MAX.getTotalSeconds());
    private static final long MAX_HOURS = 999_999_999;
    private static final long MAX_MINUTES = 999_999_999;
    private static final int NANOS = 9;
    private static final long MAX_DAYS = 9_999_999;

    private TimeFormats() {}

    /** @return in UTC, unless its year has four digits only at another offset; some text if it has them nowhere */
    static String ofInstant(Object value) {
        Instant instant = (Instant) value;
        if (instant.isBefore(FIRST) && !instant.isBefore(FIRST.minus(MAX_OFFSET))) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.MAX));
        } else if (instant.isAfter(LAST) && !instant.isAfter(LAST.plus(MAX_OFFSET))) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.MIN));
        }
        return instant.toString();
    }

    /** @return as Java writes it, unless there are too many hours; then the rest is in days, and minutes */
    static String ofDuration(Object value) {
        Duration duration = (Duration) value;
        if (duration.toHours() <= MAX_HOURS) {
            return duration.toString();
        }
        long days = Math.min(duration.toDays(), MAX_DAYS);
        Duration rest = duration.minusDays(days);
        long hours = Math.min(rest.toHours(), MAX_HOURS);
        rest = rest.minusHours(hours);
        long minutes = Math.min(rest.toMinutes(), MAX_MINUTES);
        Duration seconds = rest.minusMinutes(minutes);
        return "P" + days + "DT" + hours + "H" + minutes + "M" + seconds(seconds);
    }

    private static String seconds(Duration seconds) {
        return BigDecimal.valueOf(seconds.getSeconds())
                        .add(BigDecimal.valueOf(seconds.getNano(), NANOS))
                        .stripTrailingZeros()
                        .toPlainString()
                + "S";
    }
}
