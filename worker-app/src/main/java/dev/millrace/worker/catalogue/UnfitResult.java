package dev.millrace.worker.catalogue;

import dev.millrace.worker.shape.UnfitValue;

/** A handler returned what its result's schema has no place for; the message names the member, never its value. */
public final class UnfitResult extends Exception {
    private static final long serialVersionUID = 1;

    UnfitResult(String message) {
        super(message);
    }

    UnfitResult(UnfitValue cause) {
        super("The result does not fit its schema: " + cause.getMessage(), cause);
    }
}
