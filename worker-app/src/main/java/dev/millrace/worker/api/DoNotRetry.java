package dev.millrace.worker.api;

/** The attempt failed and no other attempt can succeed. */
public class DoNotRetry extends Exception {
    public DoNotRetry(String message) {
        super(message);
    }

    public DoNotRetry(String message, Throwable cause) {
        super(message, cause);
    }
}
