package dev.millrace.platform.persistence;

import java.util.Locale;

/** Patterns for {@code like … escape '!'} from search texts. */
public final class LikePattern {
    private LikePattern() {}

    /** @return a pattern that matches lower-case texts containing this one */
    public static String containing(String text) {
        return "%" + escape(text.toLowerCase(Locale.ROOT)) + "%";
    }

    /** @return a pattern that matches exactly this text */
    public static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
