package dev.millrace.web.push;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;

import dev.millrace.account.Sessions;
import dev.millrace.push.Admission;
import dev.millrace.push.Tickets;

/** Decides who may open a session. Asks Redis for tickets, and SQL whether the person is still signed in. */
@ApplicationScoped
public class AdmitCallers {
    private static final String ROLE = "user";
    private static final String SIGN_IN = "sid";

    @Inject
    private Tickets tickets;

    @Inject
    private Sessions signIns;

    @Inject
    private Clock clock;

    /**
     * @param ticket may be null
     * @param principal whom the server has recognised by a token; may be null
     * @throws NotAdmitted if neither is good; a ticket that is there must be
     * @throws dev.millrace.push.PushUnavailable if a ticket cannot be looked up
     */
    Admission byTicketOrToken(String ticket, Principal principal) {
        return ticket == null ? byToken(principal) : byTicket(ticket);
    }

    /** Uses the ticket up. Errors as for {@link #byTicketOrToken}. */
    Admission byTicket(String ticket) {
        return signedIn(tickets.redeem(ticket).orElseThrow(NotAdmitted::new));
    }

    /** Errors as for {@link #byTicketOrToken}. */
    Admission byToken(Principal principal) {
        if (principal instanceof JsonWebToken token
                && token.getGroups().contains(ROLE)
                && token.containsClaim(SIGN_IN)) {
            return signedIn(admission(token));
        }
        throw new NotAdmitted();
    }

    static Admission admission(JsonWebToken token) {
        Object signIn = token.getClaim(SIGN_IN);
        return new Admission(
                UUID.fromString(token.getSubject()),
                UUID.fromString(signIn instanceof JsonString text ? text.getString() : String.valueOf(signIn)),
                token.getName(),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private Admission signedIn(Admission admission) {
        if (clock.instant().isBefore(admission.expiresAt()) && signIns.isOn(admission.signIn())) {
            return admission;
        }
        throw new NotAdmitted();
    }
}
