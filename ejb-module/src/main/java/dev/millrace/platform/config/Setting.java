package dev.millrace.platform.config;

import java.time.Duration;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.millrace.contract.configuration.ConfigurationKeys;
import dev.millrace.contract.configuration.Durations;

/**
 * One key with its effective value.
 *
 * @param value as text, null if there is none
 * @param isSet whether the configuration sets it; else it is the default
 */
public record Setting(String key, String value, boolean isSet) {
    private static final String MASK = "••••";
    private static final Pattern SECRET_KEY = Pattern.compile(".*\\.(password|private-key|token)");
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("://([^:/?#]*):(.*)@");
    private static final Pattern PASSWORD_IN_OPTION = Pattern.compile("(?i)([?&;]\\w*password=)[^&;]*");

    static Setting set(String key, String text) {
        return new Setting(key, text, true);
    }

    static Setting unset(String key, Object fallback) {
        return new Setting(key, text(fallback), false);
    }

    /** @return the value with its secrets masked; null if there is none */
    public String masked() {
        if (value == null) {
            return null;
        }
        if (SECRET_KEY.matcher(key).matches()) {
            return MASK;
        }
        String withoutUser = PASSWORD_IN_URL.matcher(value).replaceAll("://$1:" + MASK + "@");
        return PASSWORD_IN_OPTION.matcher(withoutUser).replaceAll("$1" + MASK);
    }

    /** @return {@code default}, {@code system property}, {@code environment} or {@code other} */
    public String source() {
        if (!isSet) {
            return "default";
        }
        if (System.getProperty(key) != null) {
            return "system property";
        }
        return System.getenv(ConfigurationKeys.variable(key)) != null ? "environment" : "other";
    }

    private static String text(Object value) {
        if (value instanceof Duration duration) {
            return Durations.text(duration);
        }
        if (value instanceof Collection<?> all) {
            String joined = all.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
            return joined.isEmpty() ? null : joined;
        }
        return value == null ? null : value.toString();
    }
}
