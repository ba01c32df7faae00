package dev.millrace.platform.persistence;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * Prevents EclipseLink from repeating a query on a broken connection: it would sleep five seconds each time, three
 * times, in the caller's thread. The pool lends only working connections, and callers handle outages. Payara's
 * EclipseLink knows only this older of the two customizers.
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
