package dev.millrace.contract.dialect;

/** How much work checking a value may take. For one thread. */
public final class Budget {
    /** For all parameters of a task together: seconds at most. */
    public static final long OF_ONE_VALUE = 40_000_000;

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
