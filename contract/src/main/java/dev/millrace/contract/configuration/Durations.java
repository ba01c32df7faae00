package dev.millrace.contract.configuration;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 5s}, {@code 15m}, {@code 2h}, {@code 1d}. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern ZERO = Pattern.compile("0+(ms|s|m|h|d)|PT0S");

    private Durations() {}

    /** @throws IllegalArgumentException unless {@code text} is a short duration, perhaps zero */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a duration such as 250ms, 5s, 15m or 2h");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** @throws IllegalArgumentException unless {@code text} is a positive duration, short or ISO 8601 */
    public static Duration parsePositive(String text) {
        Duration duration = SHORT.matcher(text).matches() ? parse(text) : parseIso(text);
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("must be positive");
        }
        return duration;
    }

    /** As {@link #parsePositive}, or zero of any unit. */
    public static Duration parsePositiveOrZero(String text) {
        return ZERO.matcher(text).matches() ? Duration.ZERO : parsePositive(text);
    }

    /** @return as people write it, in the largest unit of which it is a whole number */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 86_400_000 == 0) {
            return duration.toDays() + "d";
        }
        if (millis % 3_600_000 == 0) {
            return duration.toHours() + "h";
        }
        if (millis % 60_000 == 0) {
            return duration.toMinutes() + "m";
        }
        return millis % 1_000 == 0 ? duration.toSeconds() + "s" : millis + "ms";
    }

    private static Duration parseIso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
