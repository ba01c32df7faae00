package dev.millrace.operations;

import java.util.Locale;

import dev.millrace.task.PermittedOperation;

/** Actions on many tasks at a time. */
enum BulkAction {
    CANCEL(PermittedOperation.CANCELLABLE),
    RETRY(PermittedOperation.RETRYABLE),
    DELETE(PermittedOperation.DELETABLE),
    PRIORITY(PermittedOperation.CHANGEABLE);

    private final PermittedOperation operation;

    BulkAction(PermittedOperation operation) {
        this.operation = operation;
    }

    PermittedOperation operation() {
        return operation;
    }

    /** @throws IllegalArgumentException unless it is one, in lower case */
    static BulkAction parse(String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException();
        }
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
