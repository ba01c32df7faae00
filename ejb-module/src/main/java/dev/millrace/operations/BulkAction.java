package dev.millrace.operations;

import java.util.Locale;

import dev.millrace.task.Eligibility;

/** What can be done to many tasks at a time. */
enum BulkAction {
    CANCEL(Eligibility.TO_BE_CANCELLED),
    RETRY(Eligibility.TO_BE_RETRIED),
    DELETE(Eligibility.TO_BE_DELETED),
    PRIORITY(Eligibility.TO_BE_MOVED);

    private final Eligibility eligibility;

    BulkAction(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    Eligibility eligibility() {
        return eligibility;
    }

    /** @throws IllegalArgumentException unless it is one, in lower case */
    static BulkAction named(String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException();
        }
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
