package dev.millrace.contract;

/** Quotes the beginning of a foreign text in a reason for people. */
final class Excerpt {
    private static final int MAX_LENGTH = 40;

    private Excerpt() {}

    /** @return the text's beginning in quotation marks, on one line */
    static String of(String text) {
        if (text == null) {
            return "'null'";
        }
        String oneLine = ReportLimits.truncate(text, MAX_LENGTH).replaceAll("\\p{Cntrl}", "?");
        return "'" + oneLine + (text.length() > MAX_LENGTH ? "…'" : "'");
    }
}
