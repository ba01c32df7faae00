package dev.millrace.platform.persistence;

import java.util.function.Supplier;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;

/**
 * Repeats a transaction once when it fails. Two requests with the same key insert the same row, and the database
 * rejects the second one. Its second try finds the row of the first.
 */
public final class RetryOnConflict {
    private RetryOnConflict() {}

    /**
     * @param transaction begins and commits a transaction of its own
     * @throws EJBException or {@link PersistenceException} if both tries fail
     */
    public static <T> T call(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (EJBException | PersistenceException e) {
            return transaction.get();
        }
    }
}
