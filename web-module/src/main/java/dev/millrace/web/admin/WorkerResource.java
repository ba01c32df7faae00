package dev.millrace.web.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.millrace.operations.WorkerOperations;
import dev.millrace.web.security.Caller;

/** The live workers, and the orders to them. */
@Path("/admin/workers")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class WorkerResource {
    private WorkerOperations workers;
    private Caller caller;

    /** For the container. */
    public WorkerResource() {}

    @Inject
    WorkerResource(WorkerOperations workers, Caller caller) {
        this.workers = workers;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    public String all() {
        return workers.all();
    }

    @POST
    @Path("/{id}/quiet")
    public Response quiet(@PathParam("id") String id) {
        workers.quiet(id, caller.actor());
        return Response.accepted().build();
    }

    @POST
    @Path("/{id}/resume")
    public Response resume(@PathParam("id") String id) {
        workers.resume(id, caller.actor());
        return Response.accepted().build();
    }

    @POST
    @Path("/{id}/stop")
    public Response stop(@PathParam("id") String id) {
        workers.stop(id, caller.actor());
        return Response.accepted().build();
    }
}
