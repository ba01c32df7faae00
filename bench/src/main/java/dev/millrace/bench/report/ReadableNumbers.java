package dev.millrace.bench.report;

import java.util.Locale;

final class ReadableNumbers {
    private ReadableNumbers() {}

    /** Formats numbers with their significant digits: 12,345 or 123 or 12.3 or 1.23. */
    static String shown(double value) {
        double size = Math.abs(value);
        String form = size == 0 || size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
