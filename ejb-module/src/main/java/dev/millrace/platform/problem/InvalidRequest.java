package dev.millrace.platform.problem;

import java.util.List;

/** The request's body or query is faulty; each fault has its place. The detail counts all faults. */
public class InvalidRequest extends Problem {
    public InvalidRequest(List<Fault> faults) {
        super(
                Kind.INVALID,
                "invalid-request",
                "The request is not valid",
                faults.size() == 1 ? faults.get(0).detail() : faults.size() + " values are not valid.",
                faults);
    }
}
