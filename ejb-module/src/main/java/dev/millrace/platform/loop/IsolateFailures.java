package dev.millrace.platform.loop;

import java.util.Collection;
import java.util.function.Predicate;

/** Does the same to many, where what stops one does not stop the others. */
public final class IsolateFailures {
    private IsolateFailures() {}

    /**
     * @param work says whether it did something
     * @return {@link Progress#MORE} if it did something to any of them
     * @throws RuntimeException the first failure, or an {@link Error}, after all have been tried; the others are suppressed
     *     in it
     */
    public static <T> Progress forEach(Collection<T> items, Predicate<T> work) {
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
        return Progress.of(done);
    }
}
