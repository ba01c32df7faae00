package dev.millrace.platform.persistence;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * Keeps EclipseLink from trying a query again when it has met a broken connection: it would sleep five seconds each time, three times, in
 * the thread of whoever asks. The pool lends only connections that work, and callers know what an outage is. Payara's EclipseLink
 * knows this older of the two customizers only.
 */
@SuppressWarnings("removal")
public class DisableQueryRetries implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(0);
            login.setConnectionHealthValidatedOnError(false);
        }
    }
}
