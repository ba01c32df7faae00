package dev.millrace.worker.api;

import java.time.Instant;
import java.util.UUID;

/** What a handler may ask of its task and tell of it. Safe to use from several threads. */
public interface TaskContext {
    /** @return the task's id, the same for every attempt: the idempotency key for effects outside */
    UUID taskId();

    /** @return which attempt this is, from 1 */
    int attempt();

    /** @return when the attempt will be asked to stop, null = never */
    Instant deadline();

    /** @return whether the handler should stop; its thread is interrupted then, too */
    boolean isCancelled();

    /**
     * Tells how far the work is. Cheap: what comes too fast is left out.
     *
     * @param fraction 0 to 1
     * @param message for people, or null
     */
    void progress(double fraction, String message);

    /** Writes a line into the task's timeline. */
    void log(String line);

    /** @throws TaskInterrupted if the handler should stop */
    default void stopIfCancelled() {
        if (isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new TaskInterrupted();
        }
    }
}
