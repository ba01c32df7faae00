package dev.millrace.worker.codec;

/** A handler's record has a component that cannot stand in JSON; the message names it. */
public final class UnsupportedType extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnsupportedType(String component, String reason) {
        super(component + " " + reason);
    }
}
