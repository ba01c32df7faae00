package dev.millrace.worker.attempt;

/** Receives the progress and log lines of a running handler, on the handler's threads. */
public interface AttemptListener {
    /** @param fraction 0 to 1 */
    void progress(double fraction, String message);

    void log(String line);
}
