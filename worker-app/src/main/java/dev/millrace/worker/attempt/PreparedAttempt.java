package dev.millrace.worker.attempt;

/** One attempt, ready to run once; closed afterwards in any case. */
public interface PreparedAttempt extends AutoCloseable {
    /** Runs the handler to its end on the calling thread, or waits for that. */
    Outcome run();

    /** Asks the handler to stop: cancellation flag and interrupt. Returns at once, may be called at any time. */
    void stop();

    /** @return false if this kind of execution cannot be ended by force */
    boolean kill();

    /** @return the thread of this process that runs the handler; null if none does at the moment */
    Thread thread();

    /** @return what the handler is doing at the moment, for people; null if that cannot be seen */
    String whereItIs();

    @Override
    default void close() {}
}
