package dev.millrace.platform.json;

/**
 * Text that UTF-8 and SQL can hold. It has no U+0000, which PostgreSQL rejects, and no unpaired surrogate, which
 * would be stored as another character.
 */
public final class WellFormedText {
    public static final String EXPECTED = "must not contain U+0000 or an unpaired surrogate";

    private WellFormedText() {}

    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
