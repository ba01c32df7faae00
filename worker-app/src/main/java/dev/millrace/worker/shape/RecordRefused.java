package dev.millrace.worker.shape;

/** A record's own constructor refuses values that fit the schema; the message is the constructor's. */
public final class RecordRefused extends UnfitValue {
    private static final long serialVersionUID = 1;

    RecordRefused(Place place, Throwable cause) {
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
