package dev.millrace.web.api;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/**
 * Refuses query parameters that the called method does not declare: a filter with a typing error would otherwise be none, and
 * show or change more than was meant. Who may not call the method is told that first.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class RejectUnknownQuery implements ContainerRequestFilter {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        Method method = resource.getResourceMethod();
        if (query == null || query.isEmpty() || method == null) {
            return;
        }
        Set<String> given;
        try {
            given = request.getUriInfo().getQueryParameters().keySet();
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(List.of(new Fault("?", "cannot be read")));
        }
        QueryNames.refuseUnknown(given, known.computeIfAbsent(method, QueryNames::of));
    }
}
