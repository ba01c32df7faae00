package dev.millrace.platform.problem;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/** Turns an outage in any method of an EJB into {@link DependencyUnavailable}; {@code ejb-jar.xml} installs it. */
public class WrapOutages {
    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (DependencyUnavailable | Problem e) {
            throw e;
        } catch (RuntimeException e) {
            throw Outage.behind(e).isPresent() ? new DependencyUnavailable(e) : e;
        }
    }
}
