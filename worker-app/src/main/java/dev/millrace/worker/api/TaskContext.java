package dev.millrace.worker.api;

import java.time.Instant;
import java.util.UUID;

/** A handler's view of its task, and its way to report progress. Safe to use from several threads. */
public interface TaskContext {
    /** @return the task's id, the same for every attempt: the idempotency key for effects outside */
    UUID taskId();

    /** @return which attempt this is, from 1 */
    int attempt();

    /** @return the time of the request to stop, null = never */
    Instant deadline();

    /** @return whether the handler should stop; then its thread is interrupted, too */
    boolean isCancelled();

    /**
     * Reports the progress of the work. Cheap: it skips calls that follow too fast.
     *
     * @param fraction 0 to 1
     * @param message for people, or null
     */
    void progress(double fraction, String message);

    /** Writes a message into the task's timeline. */
    void log(String line);

    /** @throws TaskInterrupted if the handler should stop */
    default void stopIfCancelled() {
        if (isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new TaskInterrupted();
        }
    }
}
