package dev.millrace.web.push;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.platform.json.Json;
import dev.millrace.push.Tickets;
import dev.millrace.web.security.Caller;

/** Issues tickets for clients that cannot send a token along when they open a WebSocket. */
@Path("/ws-tickets")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class TicketResource {
    private AuthenticateConnection authenticate;
    private Tickets tickets;
    private Caller caller;

    /** For the container. */
    public TicketResource() {}

    @Inject
    TicketResource(AuthenticateConnection authenticate, Tickets tickets, Caller caller) {
        this.authenticate = authenticate;
        this.tickets = tickets;
        this.caller = caller;
    }

    @POST
    public String issue() {
        String ticket = tickets.issue(authenticate.byToken(caller.token()));
        return Json.createObjectBuilder()
                .add("ticket", ticket)
                .add("expiresIn", Tickets.TIME_TO_LIVE.toSeconds())
                .build()
                .toString();
    }
}
