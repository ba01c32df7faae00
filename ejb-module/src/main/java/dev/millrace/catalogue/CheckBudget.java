package dev.millrace.catalogue;

import java.util.function.Supplier;

import dev.millrace.contract.schema.Budget;

/** Bounds the work of checking one value, on the thread that checks it. */
final class CheckBudget {
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

    private CheckBudget() {}

    /** @throws dev.millrace.contract.schema.BudgetExceeded if the check takes too long */
    static <T> T within(Supplier<T> check) {
        CURRENT.set(new Budget(Budget.PER_VALUE));
        try {
            return check.get();
        } finally {
            CURRENT.remove();
        }
    }

    static Budget current() {
        return CURRENT.get();
    }
}
