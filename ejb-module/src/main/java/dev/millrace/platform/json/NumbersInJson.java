package dev.millrace.platform.json;

import java.math.BigDecimal;

import dev.millrace.contract.schema.NumberLimits;

/** Numbers of JSON text that would cost too much to read and to store. */
final class NumbersInJson {
    private static final String FAULT = "has a number of more than " + NumberLimits.MAX_DIGITS
            + " digits, or with an exponent beyond " + NumberLimits.MAX_SCALE;
    private static final int SHORT = 15;

    private NumbersInJson() {}

    /**
     * @param number as JSON writes it, of any length
     * @return null if it has no fault
     */
    static String findFault(String number) {
        boolean plain = number.indexOf('e') < 0 && number.indexOf('E') < 0;
        return plain && number.length() <= SHORT || number.length() <= NumberLimits.MAX_LENGTH && isAllowed(number)
                ? null
                : FAULT;
    }

    private static boolean isAllowed(String number) {
        try {
            return NumberLimits.allow(new BigDecimal(number));
        } catch (NumberFormatException e) {
            return false; // its exponent is beyond those of a BigDecimal
        }
    }
}
