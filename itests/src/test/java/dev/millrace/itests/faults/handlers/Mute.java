package dev.millrace.itests.faults.handlers;

/** Does not say what is wrong. */
public final class Mute extends RuntimeException {
    @Override
    public String getMessage() {
        throw new IllegalStateException("there is no message");
    }
}
