package dev.millrace.web.api;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers OPTIONS as any other method that the document does not name; servers would answer it themselves, each in its
 * own way.
 */
@Provider
@PreMatching
public class RejectOptions implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            throw new ClientErrorException(Response.Status.METHOD_NOT_ALLOWED);
        }
    }
}
