package dev.millrace.schedule;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** A cron expression in English, from the values that it stands for. */
final class CronDescription {
    private static final int MINUTES = 60;
    private static final int HOURS = 24;
    private static final int DAYS_OF_MONTH = 31;
    private static final int DAYS_OF_WEEK = 7;
    private static final int MONTHS = 12;

    /** The description lists up to so many times of day one by one. */
    private static final int FEW_TIMES = 4;

    private CronDescription() {}

    /** @return such as {@code At 09:00 on Monday to Friday} */
    static String of(Cron cron) {
        return time(cron.minutes(), cron.hours()) + days(cron) + months(cron.months());
    }

    private static String time(BitSet minutes, BitSet hours) {
        return minutes.cardinality() == 1 ? onceAnHour(minutes.nextSetBit(0), hours) : oftenAnHour(minutes, hours);
    }

    private static String onceAnHour(int minute, BitSet hours) {
        String atMinute = minute == 0 ? "" : " at minute " + minute;
        int step = evenStep(hours, HOURS);
        if (step == 1) {
            return "Every hour" + atMinute;
        }
        if (step > 0 && hours.cardinality() > FEW_TIMES) {
            return "Every " + step + " hours" + atMinute;
        }
        if (isRun(hours) && hours.cardinality() > FEW_TIMES) {
            return "Every hour from " + time(hours.nextSetBit(0), minute) + " to " + time(hours.length() - 1, minute);
        }
        return "At " + list(hours, hour -> time(hour, minute));
    }

    private static String oftenAnHour(BitSet minutes, BitSet hours) {
        int step = evenStep(minutes, MINUTES);
        String often = step == 1
                ? "Every minute"
                : step > 0 ? "Every " + step + " minutes" : "At minutes " + list(minutes, Integer::toString);
        if (hours.cardinality() == HOURS) {
            return step > 0 ? often : often + " of every hour";
        }
        return often
                + (isRun(hours)
                        ? " from " + time(hours.nextSetBit(0), 0) + " to " + time(hours.length() - 1, MINUTES - 1)
                        : " in hours " + list(hours, Integer::toString));
    }

    private static String days(Cron cron) {
        BitSet ofMonth = cron.daysOfMonth();
        BitSet ofWeek = mondayFirst(cron.daysOfWeek());
        boolean anyOfMonth = ofMonth.cardinality() == DAYS_OF_MONTH;
        boolean anyOfWeek = ofWeek.cardinality() == DAYS_OF_WEEK;
        if (cron.isEitherDay() ? anyOfMonth || anyOfWeek : anyOfMonth && anyOfWeek) {
            return cron.hours().cardinality() <= FEW_TIMES ? " every day" : "";
        }
        String month = " on " + (ofMonth.cardinality() == 1 ? "day " : "days ") + list(ofMonth, Integer::toString)
                + " of the month";
        String week = list(ofWeek, day -> DayOfWeek.MONDAY.plus(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        if (anyOfMonth) {
            return " on " + week;
        }
        if (anyOfWeek) {
            return month;
        }
        return month + (cron.isEitherDay() ? " or on " : " if it is ") + week;
    }

    private static String months(BitSet months) {
        return months.cardinality() == MONTHS
                ? ""
                : " in " + list(months, month -> Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private static String list(BitSet values, IntFunction<String> word) {
        if (isRun(values) && values.cardinality() > 2) {
            return word.apply(values.nextSetBit(0)) + " to " + word.apply(values.length() - 1);
        }
        List<String> words = values.stream().mapToObj(word).toList();
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static boolean isRun(BitSet values) {
        return values.length() - values.nextSetBit(0) == values.cardinality();
    }

    /** @return n if the values are 0, n, 2n and so on without an odd one at the end, else 0 */
    private static int evenStep(BitSet values, int size) {
        int count = values.cardinality();
        if (count < 2 || size % count != 0) {
            return 0;
        }
        int step = size / count;
        return values.stream().allMatch(value -> value % step == 0) ? step : 0;
    }

    private static BitSet mondayFirst(BitSet sundayFirst) {
        BitSet days = new BitSet();
        sundayFirst.stream().forEach(day -> days.set((day + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK));
        return days;
    }

    private static String time(int hour, int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
    }
}
