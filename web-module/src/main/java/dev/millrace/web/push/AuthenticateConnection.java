package dev.millrace.web.push;

import java.security.Principal;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.account.RevocationCheck;
import dev.millrace.account.Scope;
import dev.millrace.account.VerifiedToken;
import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.Tickets;
import dev.millrace.web.security.TokenNotAllowed;

/**
 * Authenticates new connections. Redeems tickets in Redis, and checks in SQL that the token's origin is not revoked.
 */
@ApplicationScoped
public class AuthenticateConnection {
    private static final String ROLE = "user";

    private Tickets tickets;
    private RevocationCheck revocationCheck;
    private Clock clock;

    /** For the container. */
    protected AuthenticateConnection() {}

    @Inject
    AuthenticateConnection(Tickets tickets, RevocationCheck revocationCheck, Clock clock) {
        this.tickets = tickets;
        this.revocationCheck = revocationCheck;
        this.clock = clock;
    }

    /**
     * @param ticket may be null
     * @param principal authenticated by the server from a token; may be null
     * @throws NotAuthenticated if neither is valid; a given ticket must be
     * @throws dev.millrace.push.PushUnavailable if Redis is unavailable
     */
    ConnectionIdentity byTicketOrToken(String ticket, Principal principal) {
        return ticket == null ? byToken(principal) : byTicket(ticket);
    }

    /** Redeems the ticket. Errors as for {@link #byTicketOrToken}. */
    ConnectionIdentity byTicket(String ticket) {
        return requireActive(tickets.redeem(ticket).orElseThrow(NotAuthenticated::new));
    }

    /** Errors as for {@link #byTicketOrToken}. */
    ConnectionIdentity byToken(Principal principal) {
        if (principal instanceof VerifiedToken token && token.roles().contains(ROLE)) {
            return requireActive(identityOf(token));
        }
        throw new NotAuthenticated();
    }

    private static ConnectionIdentity identityOf(VerifiedToken token) {
        if (!token.allows(Scope.TASKS_READ)) {
            throw TokenNotAllowed.without(Scope.TASKS_READ);
        }
        return new ConnectionIdentity(token.userId(), token.sid(), token.username(), token.expiresAt());
    }

    private ConnectionIdentity requireActive(ConnectionIdentity identity) {
        if (clock.instant().isBefore(identity.expiresAt()) && revocationCheck.isValid(identity.sid())) {
            return identity;
        }
        throw new NotAuthenticated();
    }
}
