package dev.millrace.worker.registry;

import dev.millrace.worker.codec.InvalidValue;

/** A handler returned what its result's schema has no place for; the message names the member, never its value. */
public final class InvalidResult extends Exception {
    private static final long serialVersionUID = 1;

    InvalidResult(String message) {
        super(message);
    }

    InvalidResult(InvalidValue cause) {
        super("The result does not fit its schema: " + cause.getMessage(), cause);
    }
}
