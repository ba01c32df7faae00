package dev.millrace.platform.problem;

import jakarta.ejb.ApplicationException;

/**
 * A call has met an outage, which the cause tells. EJBs throw it in place of that cause: an error that a container does not
 * know as the application's own it writes to its log, trace and all, for each call.
 */
@ApplicationException(rollback = true)
public class DependencyUnavailable extends RuntimeException {
    DependencyUnavailable(RuntimeException cause) {
        super(cause);
    }
}
