package dev.millrace.web.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.account.TokenVerifier;
import dev.millrace.account.VerifiedToken;

/**
 * Authenticates each request by its bearer token, the same way on every server. A request without a valid token goes on
 * as anonymous, so that public pages are served and the resource itself answers 401.
 *
 * <p>It takes the place of the mechanism that servers add for MicroProfile JWT.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {
    /** Request attribute, true if the request has a bearer token that is not valid. */
    public static final String BAD_TOKEN = "dev.millrace.bad-token";

    private final VerifiedTokenCache known = new VerifiedTokenCache();
    private TokenVerifier verifier;
    private Clock clock;

    /** For the container. */
    protected BearerAuthentication() {}

    @Inject
    public BearerAuthentication(TokenVerifier verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<String> token = BearerToken.in(request.getHeader("Authorization"));
        if (token.isEmpty()) {
            return context.doNothing();
        }
        Optional<VerifiedToken> verified = token.flatMap(this::verify);
        if (verified.isEmpty()) {
            request.setAttribute(BAD_TOKEN, true);
            return context.doNothing();
        }
        return context.notifyContainerAboutLogin(verified.get(), verified.get().roles());
    }

    private Optional<VerifiedToken> verify(String text) {
        Instant now = clock.instant();
        Optional<VerifiedToken> found = known.get(text, now);
        if (found.isPresent()) {
            return found;
        }
        Optional<VerifiedToken> verified = verifier.verify(text);
        verified.ifPresent(token -> known.put(text, token, now));
        return verified;
    }
}
