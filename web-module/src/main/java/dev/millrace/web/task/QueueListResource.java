package dev.millrace.web.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.query.ShowQueues;
import dev.millrace.web.security.OpenToApiTokens;

/** The queues that accept tasks. */
@Path("/queues")
@RequestScoped
@RolesAllowed("user")
@OpenToApiTokens
@Produces(MediaType.APPLICATION_JSON)
public class QueueListResource {
    private ShowQueues queues;

    /** For the container. */
    public QueueListResource() {}

    @Inject
    QueueListResource(ShowQueues queues) {
        this.queues = queues;
    }

    @GET
    public String all() {
        return queues.all();
    }
}
