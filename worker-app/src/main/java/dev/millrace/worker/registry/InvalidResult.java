package dev.millrace.worker.registry;

import dev.millrace.worker.codec.InvalidValue;

/** A handler's result does not match its schema; the message names the property, never its value. */
public final class InvalidResult extends Exception {
    private static final long serialVersionUID = 1;

    InvalidResult(String message) {
        super(message);
    }

    InvalidResult(InvalidValue cause) {
        super("The result does not match its schema: " + cause.getMessage(), cause);
    }
}
