package dev.millrace.web.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.query.ShowDeadLetters;

/** The tasks of all users that failed for good. */
@Path("/admin/dead-letters")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {
    private ShowDeadLetters deadLetters;

    /** For the container. */
    public DeadLetterResource() {}

    @Inject
    DeadLetterResource(ShowDeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    public String groups() {
        return deadLetters.groups();
    }
}
