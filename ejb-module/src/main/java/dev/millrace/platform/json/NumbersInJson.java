package dev.millrace.platform.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import dev.millrace.contract.dialect.NumberLimits;
import dev.millrace.platform.problem.Fault;

/** Finds numbers in JSON text that would cost too much to read and to keep. Looks at each character once. */
public final class NumbersInJson {
    private static final String FAULT = "has a number of more than " + NumberLimits.MAX_DIGITS
            + " digits, or with an exponent beyond " + NumberLimits.MAX_SCALE;
    private static final int MAX_FAULTS = 20;
    private static final int SHORT = 15;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]++(\\.[0-9]++)?[eE][+-]?[0-9]++");

    private final String json;
    private int position;
    private int longest;

    private NumbersInJson(String json) {
        this.json = json;
    }

    /**
     * @param json any text; malformed text is left to the parser
     * @return the fault, for people; null if none
     */
    public static String findFault(String json) {
        return new NumbersInJson(json).fault();
    }

    /** @return whether a number is so long that it should not be read at all */
    public static boolean hasOverlongNumber(String json) {
        NumbersInJson numbers = new NumbersInJson(json);
        while (numbers.fault() != null) {
            if (numbers.longest > NumberLimits.MAX_LENGTH) {
                return true;
            }
        }
        return false;
    }

    /** @return each number that is too much at its pointer */
    public static List<Fault> findFaults(JsonValue value) {
        List<Fault> faults = new ArrayList<>();
        collect(value, "", faults);
        return faults;
    }

    private static void collect(JsonValue value, String pointer, List<Fault> faults) {
        if (faults.size() >= MAX_FAULTS) {
            return;
        }
        if (value instanceof JsonNumber number) {
            if (!NumberLimits.allow(number.bigDecimalValue())) {
                faults.add(new Fault(pointer, FAULT));
            }
        } else if (value instanceof JsonObject object) {
            object.forEach((name, member) -> collect(member, pointer + "/" + Json.encodePointer(name), faults));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), pointer + "/" + i, faults);
            }
        }
    }

    private String fault() {
        while (position < json.length()) {
            char c = json.charAt(position);
            if (c == '"') {
                skipString();
            } else if (c == '-' || isDigit(c)) {
                if (!skipNumber()) {
                    return FAULT;
                }
            } else {
                position++;
            }
        }
        return null;
    }

    private boolean skipNumber() {
        int begin = position;
        boolean plain = true;
        while (position < json.length() && isInNumber(json.charAt(position))) {
            plain &= json.charAt(position) != 'e' && json.charAt(position) != 'E';
            position++;
        }
        int length = position - begin;
        longest = Math.max(longest, length);
        return plain && length <= SHORT
                || length <= NumberLimits.MAX_LENGTH && isAllowed(json.substring(begin, position));
    }

    private static boolean isAllowed(String number) {
        try {
            return NumberLimits.allow(new BigDecimal(number));
        } catch (NumberFormatException e) {
            return !NUMBER.matcher(number).matches(); // its exponent is beyond those of a BigDecimal, or it is none
        }
    }

    private void skipString() {
        for (position++; position < json.length() && json.charAt(position) != '"'; position++) {
            if (json.charAt(position) == '\\') {
                position++;
            }
        }
        position++;
    }

    private static boolean isInNumber(char c) {
        return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
