package dev.millrace.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The people who may register. Part of the API by its {@link #text}. */
public enum RegistrationMode {
    /** Anybody who reaches the server. */
    OPEN,

    /** Nobody. */
    CLOSED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the allowed texts */
    static RegistrationMode parse(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not " + allowed()));
    }

    private static String allowed() {
        return Arrays.stream(values()).map(RegistrationMode::text).collect(Collectors.joining(" or "));
    }

    @Override
    public String toString() {
        return text();
    }
}
