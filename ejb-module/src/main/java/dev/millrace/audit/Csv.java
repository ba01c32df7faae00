package dev.millrace.audit;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV as RFC 4180 defines it, every cell in quotes. A cell that a spreadsheet may take for a formula begins with an
 * apostrophe (OWASP, CSV Injection). Spreadsheets skip blanks and invisible characters before a formula, and some read
 * full-width signs as plain ones.
 */
final class Csv {
    private static final String BEGINS_A_FORMULA = "=+-@\u2212";
    private static final String TAB_OR_LINE_END = "\t\r\n";

    private Csv() {}

    /** @param cells null = empty */
    static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        if (text == null || text.isEmpty()) {
            return "\"\"";
        }
        String harmless = mayRun(text) ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private static boolean mayRun(String text) {
        if (TAB_OR_LINE_END.indexOf(text.charAt(0)) >= 0) {
            return true;
        }
        return text.codePoints().filter(character -> !isSkipped(character)).findFirst().stream()
                .anyMatch(Csv::beginsFormula);
    }

    /** Also quotes, which a careless reader of CSV drops. */
    private static boolean isSkipped(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> character == '"';
        };
    }

    /** Compatibility decomposition turns full-width, small and superscript signs into plain ones. */
    private static boolean beginsFormula(int character) {
        String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        return BEGINS_A_FORMULA.indexOf(plain.codePointAt(0)) >= 0;
    }
}
