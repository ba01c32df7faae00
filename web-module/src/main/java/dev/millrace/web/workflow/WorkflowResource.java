package dev.millrace.web.workflow;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.millrace.web.api.PageQuery;
import dev.millrace.web.security.Caller;
import dev.millrace.web.security.OpenToApiTokens;
import dev.millrace.workflow.WorkflowOperations;
import dev.millrace.workflow.Workflows;

/** The caller's own workflows. */
@Path("/workflows")
@RequestScoped
@RolesAllowed("user")
@OpenToApiTokens
@Produces(MediaType.APPLICATION_JSON)
public class WorkflowResource {
    private static final String ID = "/{id: [0-9a-fA-F-]{36}}";

    private Workflows workflows;
    private WorkflowOperations operations;
    private Caller caller;

    @Context
    private UriInfo uri;

    /** For the container. */
    public WorkflowResource() {}

    @Inject
    WorkflowResource(Workflows workflows, WorkflowOperations operations, Caller caller) {
        this.workflows = workflows;
        this.operations = operations;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(@HeaderParam("Idempotency-Key") String idempotencyKey, String body) {
        Workflows.Accepted accepted = workflows.submit(caller.id(), body, idempotencyKey);
        URI location =
                uri.getAbsolutePathBuilder().path(accepted.id().toString()).build();
        return Response.accepted(accepted.json()).location(location).build();
    }

    @GET
    public String list(@BeanParam WorkflowQuery query, @BeanParam PageQuery pages) {
        PageQuery.PageRequest page = pages.page();
        return workflows.page(caller.id(), query.states(), page.cursor(), page.limit());
    }

    @GET
    @Path(ID)
    public String detail(@PathParam("id") UUID id) {
        return workflows.detail(caller.id(), id);
    }

    @POST
    @Path(ID + "/cancel")
    public Response cancel(@PathParam("id") UUID id) {
        return Response.accepted(operations.cancel(caller.id(), id, caller.actor()))
                .build();
    }

    @POST
    @Path(ID + "/retry")
    public Response retry(@PathParam("id") UUID id) {
        return Response.accepted(operations.retry(caller.id(), id, caller.actor()))
                .build();
    }
}
