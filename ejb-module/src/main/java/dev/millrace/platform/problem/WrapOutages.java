package dev.millrace.platform.problem;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/** Around each business method of each EJB, as {@code ejb-jar.xml} says. */
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
