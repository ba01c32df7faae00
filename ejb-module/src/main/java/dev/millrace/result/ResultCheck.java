package dev.millrace.result;

import java.util.List;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.ReportLimits;
import dev.millrace.platform.json.CheckJson;
import dev.millrace.platform.json.JsonNesting;
import dev.millrace.platform.json.NotJson;
import dev.millrace.platform.problem.Fault;

/** Checks whether Millrace can store and show a result. */
final class ResultCheck {
    /** Most levels of objects and arrays, as in parameters. */
    private static final int DEEPEST = 200;

    private ResultCheck() {}

    /** @return null if it has no fault */
    static AttemptError faultOf(String result) {
        if (result.length() > ReportLimits.RESULT) {
            String message = "The result has " + result.length() + " characters, at most " + ReportLimits.RESULT
                    + " are allowed. Store it elsewhere and return where it is.";
            return new AttemptError("ResultTooLarge", message, null);
        }
        String fault = invalid(result);
        return fault == null
                ? null
                : new AttemptError("InvalidResult", ReportLimits.truncate(fault, ReportLimits.ERROR_MESSAGE), null);
    }

    /**
     * The server holds every worker to the limits of the Java worker: Millrace stores and shows the result, and other
     * tasks use it.
     */
    private static String invalid(String result) {
        if (JsonNesting.depthOf(result) > DEEPEST) {
            return "The worker's result is nested more than " + DEEPEST + " deep.";
        }
        try {
            List<Fault> faults = CheckJson.faultsIn(result);
            return faults.isEmpty() ? null : "The worker's result" + sentence(faults.get(0)) + ".";
        } catch (NotJson e) {
            return "The worker's result is not JSON: " + e.getMessage() + ".";
        }
    }

    private static String sentence(Fault fault) {
        return (fault.pointer().isEmpty() ? " " : " is invalid: " + fault.pointer() + " ") + fault.detail();
    }
}
