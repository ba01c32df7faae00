package dev.millrace.operations;

import java.util.Locale;

import dev.millrace.task.Eligibility;

/** Actions on many tasks at a time. */
enum BulkAction {
    CANCEL(Eligibility.CANCELLABLE),
    RETRY(Eligibility.RETRYABLE),
    DELETE(Eligibility.DELETABLE),
    PRIORITY(Eligibility.CHANGEABLE);

    private final Eligibility eligibility;

    BulkAction(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    Eligibility eligibility() {
        return eligibility;
    }

    /** @throws IllegalArgumentException unless it is one, in lower case */
    static BulkAction parse(String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException();
        }
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
