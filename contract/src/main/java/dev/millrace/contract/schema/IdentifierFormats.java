package dev.millrace.contract.schema;

import java.util.regex.Pattern;

/** Names and identifiers. */
final class IdentifierFormats {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final TextPattern LOCAL_PART =
            TextPattern.compile("^[a-zA-Z0-9!#$%&'*+\\/=?^_`{|}~-]+(\\.[a-zA-Z0-9!#$%&'*+\\/=?^_`{|}~-]+)*$");
    private static final TextPattern URI = TextPattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:"
            + "([a-zA-Z0-9._~:\\/?\\[\\]@!$&'()*+,;=-]|%[0-9a-fA-F]{2})+"
            + "(#([a-zA-Z0-9._~:\\/?@!$&'()*+,;=-]|%[0-9a-fA-F]{2})*)?$");
    private static final TextPattern JSON_POINTER = TextPattern.compile("^(\\/([^~\\/]|~[01])*)*$");
    private static final int MAX_HOSTNAME = 253;
    private static final int MAX_LOCAL_PART = 64;

    private IdentifierFormats() {}

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    static boolean isHostname(String text) {
        if (text.length() > MAX_HOSTNAME) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at >= 0
                && at <= MAX_LOCAL_PART
                && is(LOCAL_PART, text.substring(0, at))
                && isHostname(text.substring(at + 1));
    }

    static boolean isUri(String text) {
        return is(URI, text);
    }

    static boolean isJsonPointer(String text) {
        return is(JSON_POINTER, text);
    }

    static boolean isRegex(String text) {
        try {
            TextPattern.compile(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Texts of formats are short, so this needs no bound. */
    private static boolean is(TextPattern pattern, String text) {
        return pattern.isFoundIn(text, new Budget(Long.MAX_VALUE));
    }
}
