package dev.millrace.web.security;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import dev.millrace.account.RevocationCache;
import dev.millrace.account.Scope;
import dev.millrace.account.VerifiedToken;

/**
 * Checks a token that {@link BearerAuthentication} has verified: its origin must not be revoked, and the scopes of an API token must
 * allow the call. It skips calls that are open to all.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 1)
public class CheckToken implements ContainerRequestFilter {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private RevocationCache tokens;

    @Context
    private ResourceInfo resource;

    /** For the container. */
    public CheckToken() {}

    @Inject
    CheckToken(RevocationCache tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isOpenToAll() && request.getSecurityContext().getUserPrincipal() instanceof VerifiedToken token) {
            if (!tokens.isValid(token.sid())) {
                throw new NotAuthorizedException("Bearer");
            }
            if (token.isApiToken()) {
                checkScopes(token, request.getMethod());
            }
        }
    }

    private boolean isOpenToAll() {
        return resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || resource.getResourceClass().isAnnotationPresent(PermitAll.class);
    }

    private void checkScopes(VerifiedToken token, String method) {
        if (!resource.getResourceClass().isAnnotationPresent(OpenToApiTokens.class)) {
            throw TokenNotAllowed.here();
        }
        Scope required = SAFE_METHODS.contains(method) ? Scope.TASKS_READ : Scope.TASKS_WRITE;
        if (!token.allows(required)) {
            throw TokenNotAllowed.without(required);
        }
    }
}
