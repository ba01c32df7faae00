package dev.millrace.web.security;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import dev.millrace.account.Client;
import dev.millrace.account.VerifiedToken;
import dev.millrace.audit.Actor;
import dev.millrace.web.forwarded.OriginalRequest;

/** The user of this request and its address. */
@RequestScoped
public class Caller {
    private HttpServletRequest request;

    /** For the container. */
    protected Caller() {}

    @Inject
    Caller(HttpServletRequest request) {
        this.request = request;
    }

    public UUID id() {
        return token().userId();
    }

    /** @return the sign-in that the caller's token came from */
    public UUID sessionId() {
        return token().sid();
    }

    public Actor actor() {
        return new Actor(id(), token().getName(), OriginalRequest.of(request).address());
    }

    /** @return also for an anonymous request */
    public Client client() {
        return new Client(OriginalRequest.of(request).address(), request.getHeader("User-Agent"));
    }

    /** @return the verified token of a request that is not anonymous */
    public VerifiedToken token() {
        return (VerifiedToken) request.getUserPrincipal();
    }
}
