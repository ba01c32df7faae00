package dev.millrace.web.account;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.account.SessionView;
import dev.millrace.account.Sessions;
import dev.millrace.platform.json.Json;
import dev.millrace.web.security.Caller;

/** The caller's own sessions. */
@Path("/users/me/sessions")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class OwnSessionsResource {
    private Sessions sessions;
    private Caller caller;

    /** For the container. */
    public OwnSessionsResource() {}

    @Inject
    OwnSessionsResource(Sessions sessions, Caller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    public String all() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        sessions.listOf(caller.id()).forEach(session -> items.add(view(session)));
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    @DELETE
    public void endAll() {
        sessions.endAll(caller.actor());
    }

    @DELETE
    @Path("/{id: [0-9a-fA-F-]{36}}")
    public void end(@PathParam("id") UUID id) {
        sessions.endOwn(id, caller.actor());
    }

    private JsonObject view(SessionView session) {
        return Json.createObjectBuilder()
                .add("id", session.id().toString())
                .add("signedInAt", session.signedInAt().toString())
                .add("lastSeenAt", session.lastSeenAt().toString())
                .add("expiresAt", session.expiresAt().toString())
                .add("current", session.id().equals(caller.sessionId()))
                .add("address", Json.orNull(session.address()))
                .add("userAgent", Json.orNull(session.userAgent()))
                .build();
    }
}
