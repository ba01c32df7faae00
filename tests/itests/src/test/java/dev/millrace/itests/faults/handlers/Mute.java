package dev.millrace.itests.faults.handlers;

/** An exception whose own methods fail. */
public final class Mute extends RuntimeException {
    @Override
    public String getMessage() {
        throw new IllegalStateException("there is no message");
    }
}
