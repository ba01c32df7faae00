package dev.millrace.worker.codec;

/** A record's own constructor rejects values that match the schema; the message is the constructor's. */
public final class RejectedByConstructor extends InvalidValue {
    private static final long serialVersionUID = 1;

    RejectedByConstructor(ValuePath path, Throwable cause) {
        super(path, message(cause));
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
