package dev.millrace.worker.attempt;

/** Hears what a handler says while it runs, on the handler's threads. */
public interface AttemptListener {
    /** @param fraction 0 to 1 */
    void progress(double fraction, String message);

    void log(String line);
}
