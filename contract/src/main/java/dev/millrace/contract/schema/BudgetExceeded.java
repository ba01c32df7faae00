package dev.millrace.contract.schema;

/** Checking a value would take too long. */
public class BudgetExceeded extends RuntimeException {
    BudgetExceeded() {
        super("takes too long to check", null, false, false);
    }
}
