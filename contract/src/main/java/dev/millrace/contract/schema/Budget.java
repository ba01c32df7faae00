package dev.millrace.contract.schema;

/** Steps that the check of a value may take. For one thread. */
public final class Budget {
    /** For all parameters of a task together: seconds at most. */
    public static final long PER_VALUE = 40_000_000;

    private long left;

    public Budget(long steps) {
        left = steps;
    }

    /** @throws BudgetExceeded if that is more than is left */
    public void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new BudgetExceeded();
        }
    }
}
