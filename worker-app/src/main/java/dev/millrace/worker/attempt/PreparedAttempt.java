package dev.millrace.worker.attempt;

/** One attempt, ready to run once; closed afterwards in any case. */
public interface PreparedAttempt extends AutoCloseable {
    /** Runs the handler to its end on the calling thread, or waits for that. */
    Outcome run();

    /** Asks the handler to stop: cancellation flag and interrupt. Returns at once, may be called at any time. */
    void stop();

    /** @return false if this kind of attempt cannot be ended by force */
    boolean kill();

    /** @return the thread of this process that runs the handler; null if none does at the moment */
    Thread thread();

    /** @return the stack trace of the handler's thread; null if it is not visible here */
    String stackTrace();

    @Override
    default void close() {}
}
