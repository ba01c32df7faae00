package dev.millrace.web.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.millrace.operations.QueueOperations;
import dev.millrace.task.QueueMode;
import dev.millrace.web.security.Caller;

/** The queues and their settings. */
@Path("/admin/queues")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class QueueAdminResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private QueueOperations queues;
    private Caller caller;

    /** For the container. */
    public QueueAdminResource() {}

    @Inject
    QueueAdminResource(QueueOperations queues, Caller caller) {
        this.queues = queues;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    public String all() {
        return queues.all();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        return Response.status(Response.Status.CREATED)
                .entity(queues.create(body, caller.actor()))
                .build();
    }

    @DELETE
    @Path("/{name}")
    public void delete(@PathParam("name") String name) {
        queues.delete(name, caller.actor());
    }

    @PATCH
    @Path("/{name}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public String setLimit(@PathParam("name") String name, String body) {
        return queues.setMaxRunning(name, body, caller.actor());
    }

    @POST
    @Path("/{name}/pause")
    public String pause(@PathParam("name") String name) {
        return queues.setMode(name, QueueMode.PAUSED, caller.actor());
    }

    @POST
    @Path("/{name}/resume")
    public String resume(@PathParam("name") String name) {
        return queues.setMode(name, QueueMode.OPEN, caller.actor());
    }

    @POST
    @Path("/{name}/drain")
    public String drain(@PathParam("name") String name) {
        return queues.setMode(name, QueueMode.DRAINING, caller.actor());
    }
}
