package dev.millrace.workflow;

import java.util.Locale;

/** The policy for a task whose dependency fails or is cancelled. */
public enum OnFailure {
    /** It is cancelled too. */
    CANCEL,
    /** It runs nevertheless, once the dependency is finished. */
    RUN;

    /** @throws IllegalArgumentException unless it is one of them, in lower case as clients write it */
    static OnFailure parse(String text) {
        for (OnFailure value : values()) {
            if (value.text().equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException();
    }

    /** @return as clients write it */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
