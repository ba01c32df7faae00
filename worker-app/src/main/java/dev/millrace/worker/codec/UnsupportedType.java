package dev.millrace.worker.codec;

/** JSON cannot express a component of a handler's record; the message names it. */
public final class UnsupportedType extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnsupportedType(String component, String reason) {
        super(component + " " + reason);
    }
}
