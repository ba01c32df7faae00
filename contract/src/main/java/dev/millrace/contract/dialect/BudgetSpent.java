package dev.millrace.contract.dialect;

/** Checking a value would take too long. */
public class BudgetSpent extends RuntimeException {
    BudgetSpent() {
        super("takes too long to check", null, false, false);
    }
}
