package dev.millrace.contract.schema;

import java.math.BigDecimal;

/**
 * Bounds of the numbers that a sender may use. Within these limits every operation on a number is cheap and JSON
 * carries it exactly. Beyond them a few characters such as {@code 1e999999999} would cost gigabytes.
 */
public final class NumberLimits {
    /** Most digits of a number, leading zeros not counted. */
    public static final int MAX_DIGITS = 1_000;

    /** Most digits after the decimal point, and greatest exponent of ten. */
    public static final int MAX_SCALE = 2_000;

    /** Most characters of a number's text. */
    public static final int MAX_LENGTH = 1_100;

    private static final int MAX_BITS = 4 * MAX_DIGITS;

    private NumberLimits() {}

    public static boolean allow(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_SCALE
                && number.unscaledValue().bitLength() <= MAX_BITS // first: counting millions of digits is slow
                && number.precision() <= MAX_DIGITS;
    }
}
