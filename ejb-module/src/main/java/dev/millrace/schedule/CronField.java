package dev.millrace.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One of the five fields of a cron expression: its range, its names and its parser. */
enum CronField {
    MINUTE(0, 59, List.of()),
    HOUR(0, 23, List.of()),
    DAY_OF_MONTH(1, 31, List.of()),
    MONTH(1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    /** 0 and 7 are Sunday. */
    DAY_OF_WEEK(0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    private static final int SUNDAY_AGAIN = 7;

    private final int min;
    private final int max;
    private final List<String> names;

    CronField(int min, int max, List<String> names) {
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /**
     * @param text a list of {@code *}, values, ranges and steps
     * @return the values it stands for, Sunday always as 0
     * @throws IllegalArgumentException whose message names the fault
     */
    BitSet parse(String text) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            int slash = part.indexOf('/');
            int step = slash < 0 ? 1 : number(part.substring(slash + 1), 1, max);
            String range = slash < 0 ? part : part.substring(0, slash);
            int dash = range.indexOf('-');
            int first = range.equals("*") ? min : value(dash < 0 ? range : range.substring(0, dash));
            int last = dash >= 0 ? value(range.substring(dash + 1)) : range.equals("*") || slash >= 0 ? max : first;
            if (first > last) {
                throw fault("range is reversed");
            }
            for (int value = first; value <= last; value += step) {
                values.set(this == DAY_OF_WEEK && value == SUNDAY_AGAIN ? 0 : value);
            }
        }
        return values;
    }

    private int value(String text) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        return named >= 0 ? named + min : number(text, min, max);
    }

    private int number(String text, int from, int to) {
        if (text.matches("\\d{1,4}")) {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        }
        throw fault("must be " + from + " to " + to);
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException(name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + what);
    }
}
