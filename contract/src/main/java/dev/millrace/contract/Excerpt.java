package dev.millrace.contract;

/** Repeats texts that come from elsewhere in reasons for people. */
final class Excerpt {
    private static final int SHOWN = 40;

    private Excerpt() {}

    /** @return the text in quotation marks, short and on one line, as a reason for people may repeat it */
    static String shown(String text) {
        if (text == null) {
            return "'null'";
        }
        String oneLine = ReportLimits.cut(text, SHOWN).replaceAll("\\p{Cntrl}", "?");
        return "'" + oneLine + (text.length() > SHOWN ? "…'" : "'");
    }
}
