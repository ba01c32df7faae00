package dev.millrace.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;

/**
 * A cron expression as crontab(5) defines it: minute, hour, day of month, month, day of week, or a nickname such as
 * {@code @daily}. When both kinds of day are restricted, one match is enough. It does not know time zones.
 */
final class Cron {
    private static final Map<String, String> NICKNAMES = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    /** The longest possible wait: from one 29 February on a given day of the week to the next, over 2100. */
    private static final int HORIZON_YEARS = 41;

    private static final int FIELDS = 5;

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet daysOfMonth;
    private final BitSet months;
    private final BitSet daysOfWeek;
    private final boolean eitherDay;
    private final boolean hourly;

    private Cron(String[] fields) {
        minutes = CronField.MINUTE.parse(fields[0]);
        hours = CronField.HOUR.parse(fields[1]);
        daysOfMonth = CronField.DAY_OF_MONTH.parse(fields[2]);
        months = CronField.MONTH.parse(fields[3]);
        daysOfWeek = CronField.DAY_OF_WEEK.parse(fields[4]);
        eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        hourly = fields[1].startsWith("*");
    }

    /** @throws IllegalArgumentException whose message names the fault */
    static Cron parse(String text) {
        String stripped = text.strip();
        String[] fields = NICKNAMES
                .getOrDefault(stripped.toLowerCase(Locale.ROOT), stripped)
                .split("\\s+");
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("must be five fields (minute, hour, day of month, month, day of week)"
                    + " or @hourly, @daily, @weekly, @monthly, @yearly");
        }
        return new Cron(fields);
    }

    /** @return the first matching minute after {@code time}, null if there is none within 41 years */
    LocalDateTime next(LocalDateTime time) {
        LocalDateTime start = time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        LocalDate end = start.toLocalDate().plusYears(HORIZON_YEARS);
        LocalTime earliest = start.toLocalTime();
        for (LocalDate day = start.toLocalDate(); day.isBefore(end); day = following(day)) {
            LocalTime found = matchesDay(day) ? firstFrom(earliest) : null;
            if (found != null) {
                return day.atTime(found);
            }
            earliest = LocalTime.MIDNIGHT;
        }
        return null;
    }

    /** @return whether it matches every hour or every so many hours, not given hours of the day */
    boolean isHourly() {
        return hourly;
    }

    /** @return whether a day needs to match only one of the days of month and of week */
    boolean isEitherDay() {
        return eitherDay;
    }

    BitSet minutes() {
        return (BitSet) minutes.clone();
    }

    BitSet hours() {
        return (BitSet) hours.clone();
    }

    BitSet daysOfMonth() {
        return (BitSet) daysOfMonth.clone();
    }

    BitSet months() {
        return (BitSet) months.clone();
    }

    /** @return 0 = Sunday */
    BitSet daysOfWeek() {
        return (BitSet) daysOfWeek.clone();
    }

    private LocalDate following(LocalDate day) {
        return months.get(day.getMonthValue())
                ? day.plusDays(1)
                : day.withDayOfMonth(1).plusMonths(1);
    }

    private boolean matchesDay(LocalDate day) {
        boolean ofMonth = daysOfMonth.get(day.getDayOfMonth());
        boolean ofWeek = daysOfWeek.get(day.getDayOfWeek().getValue() % 7);
        return months.get(day.getMonthValue()) && (eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek);
    }

    private LocalTime firstFrom(LocalTime earliest) {
        int hour = hours.nextSetBit(earliest.getHour());
        int minute = minutes.nextSetBit(hour == earliest.getHour() ? earliest.getMinute() : 0);
        if (hour >= 0 && minute < 0) {
            hour = hours.nextSetBit(hour + 1);
            minute = minutes.nextSetBit(0);
        }
        return hour < 0 ? null : LocalTime.of(hour, minute);
    }
}
