package dev.millrace.contract.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and durations. */
final class DateTimeFormats {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern LOCAL_TIME =
            Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?");
    private static final Pattern OFFSET = Pattern.compile("Z|[+-]((0[0-9]|1[0-7]):[0-5][0-9]|18:00)");
    private static final Pattern DURATION = Pattern.compile("P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?"
            + "(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]{1,9})?S)?)?");
    private static final int DATE_LENGTH = 10;
    private static final int MIN_TIME_LENGTH = 8;

    private DateTimeFormats() {}

    static boolean isDate(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isLocalTime(String text) {
        return LOCAL_TIME.matcher(text).matches();
    }

    static boolean isOffsetTime(String text) {
        Matcher time = LOCAL_TIME.matcher(text);
        return text.length() > MIN_TIME_LENGTH
                && time.lookingAt()
                && OFFSET.matcher(text.substring(time.end())).matches();
    }

    static boolean isDateTime(String text, boolean withOffset) {
        if (text.length() <= DATE_LENGTH || text.charAt(DATE_LENGTH) != 'T') {
            return false;
        }
        String time = text.substring(DATE_LENGTH + 1);
        return isDate(text.substring(0, DATE_LENGTH)) && (withOffset ? isOffsetTime(time) : isLocalTime(time));
    }

    static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }
}
