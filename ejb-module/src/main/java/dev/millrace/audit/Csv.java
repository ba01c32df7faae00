package dev.millrace.audit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV as RFC 4180 defines it, every cell in quotes. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe (OWASP, CSV Injection).
 */
final class Csv {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** @param cells null = empty */
    static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        if (text == null || text.isEmpty()) {
            return "\"\"";
        }
        String harmless = BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
