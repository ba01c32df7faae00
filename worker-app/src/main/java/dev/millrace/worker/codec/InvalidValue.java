package dev.millrace.worker.codec;

/** A value does not fit its type's schema. The message has its place, as JSON Pointer, and never the value itself. */
public class InvalidValue extends Exception {
    private static final long serialVersionUID = 1;

    InvalidValue(ValuePath place, String detail) {
        super(place.pointer().isEmpty() ? detail : place.pointer() + " " + detail);
    }
}
