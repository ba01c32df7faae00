package dev.millrace.worker.codec;

/** A record's own constructor refuses values that fit the schema; the message is the constructor's. */
public final class RejectedByConstructor extends InvalidValue {
    private static final long serialVersionUID = 1;

    RejectedByConstructor(ValuePath place, Throwable cause) {
        super(place, message(cause));
        initCause(cause);
    }

    private static String message(Throwable cause) {
        try {
            String message = cause.getMessage();
            return message == null ? cause.getClass().getName() : message;
        } catch (RuntimeException e) {
            return cause.getClass().getName();
        }
    }
}
