package dev.millrace.platform.loop;

import java.util.Collection;
import java.util.function.Predicate;

/** Runs the same work on many items; a failure of one does not stop the others. */
public final class IsolateFailures {
    private IsolateFailures() {}

    /**
     * @param work returns whether it did something
     * @return {@link StepResult#MORE} if it did something for any item
     * @throws RuntimeException the first failure, or an {@link Error}, after all items; the other failures are suppressed in
     *     it
     */
    public static <T> StepResult forEach(Collection<T> items, Predicate<T> work) {
        Throwable failure = null;
        boolean done = false;
        for (T item : items) {
            try {
                done |= work.test(item);
            } catch (RuntimeException | Error e) {
                if (failure == null) {
                    failure = e;
                } else if (failure != e) {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure instanceof Error error) {
            throw error;
        } else if (failure != null) {
            throw (RuntimeException) failure;
        }
        return StepResult.of(done);
    }
}
