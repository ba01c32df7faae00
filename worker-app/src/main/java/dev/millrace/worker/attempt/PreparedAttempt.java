package dev.millrace.worker.attempt;

/** One attempt, ready to run once; the caller closes it afterwards in any case. */
public interface PreparedAttempt extends AutoCloseable {
    /** Runs the handler on the calling thread until it returns, or waits until it has returned elsewhere. */
    Outcome run();

    /** Requests the handler's stop: cancellation flag and interrupt. Returns at once, may be called at any time. */
    void stop();

    /** @return false if this kind of attempt cannot be stopped by force */
    boolean kill();

    /** @return the thread of this process that runs the handler; null if there is none at the moment */
    Thread thread();

    /** @return the stack trace of the handler's thread; null if it is not visible here */
    String stackTrace();

    @Override
    default void close() {}
}
