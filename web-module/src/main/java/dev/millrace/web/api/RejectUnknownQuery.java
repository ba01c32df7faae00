package dev.millrace.web.api;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Rejects query parameters that the called method does not declare, and unreadable ones. Without this, the server would
 * ignore a filter with a typing error. A caller without permission for the method gets that answer first.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class RejectUnknownQuery implements ContainerRequestFilter {
    private final Map<Method, QueryNames> known = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        Method method = resource.getResourceMethod();
        if (query != null && method != null) {
            CheckQuery.throwIfInvalid(query, known.computeIfAbsent(method, QueryNames::of));
        }
    }
}
