package dev.millrace.platform.problem;

import jakarta.ejb.ApplicationException;

/**
 * A call has met an outage, given as the cause. EJBs throw it in place of that cause. A container logs each error that
 * the application does not declare, with its trace, for each call.
 */
@ApplicationException(rollback = true)
public class DependencyUnavailable extends RuntimeException {
    DependencyUnavailable(RuntimeException cause) {
        super(cause);
    }
}
