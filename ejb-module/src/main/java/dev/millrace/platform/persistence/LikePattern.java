package dev.millrace.platform.persistence;

import java.util.Locale;

/** Patterns for {@code like … escape '!'} from what people look for. */
public final class LikePattern {
    private LikePattern() {}

    /** @return matches what has this text in it, once that is in lower case */
    public static String containing(String text) {
        return "%" + escape(text.toLowerCase(Locale.ROOT)) + "%";
    }

    /** @return matches this very text */
    public static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
