package dev.millrace.worker.codec;

/** A value does not match its type's schema. The message has its JSON Pointer and never the value itself. */
public class InvalidValue extends Exception {
    private static final long serialVersionUID = 1;

    InvalidValue(ValuePath path, String detail) {
        super(path.pointer().isEmpty() ? detail : path.pointer() + " " + detail);
    }
}
