package dev.millrace.web.task;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.millrace.operations.BulkOperations;
import dev.millrace.operations.TaskOperations;
import dev.millrace.query.ShowTasks;
import dev.millrace.submission.Submission;
import dev.millrace.web.api.PageQuery;
import dev.millrace.web.security.Caller;
import dev.millrace.web.security.OpenToApiTokens;

/** Submission and views of the caller's own tasks, and task operations. */
@Path("/tasks")
@ApplicationScoped
@RolesAllowed("user")
@OpenToApiTokens
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {
    private static final String ID = "/{id: [0-9a-fA-F-]{36}}";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private Submission submission;
    private ShowTasks tasks;
    private TaskOperations taskOperations;
    private BulkOperations bulk;
    private Caller caller;

    /** For the container. */
    public TaskResource() {}

    @Inject
    TaskResource(
            Submission submission, ShowTasks tasks, TaskOperations taskOperations, BulkOperations bulk, Caller caller) {
        this.submission = submission;
        this.tasks = tasks;
        this.taskOperations = taskOperations;
        this.bulk = bulk;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(@HeaderParam("Idempotency-Key") String idempotencyKey, @Context UriInfo uri, String body) {
        Submission.Accepted accepted = submission.submit(caller.id(), body, idempotencyKey);
        URI location =
                uri.getAbsolutePathBuilder().path(accepted.id().toString()).build();
        return Response.accepted(accepted.json()).location(location).build();
    }

    @POST
    @Path("/batch")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submitBatch(@HeaderParam("Idempotency-Key") String idempotencyKey, String body) {
        List<Submission.Accepted> accepted = submission.submitBatch(caller.id(), body, idempotencyKey);
        String items = accepted.stream().map(Submission.Accepted::json).collect(Collectors.joining(","));
        return Response.accepted("{\"items\":[" + items + "]}").build();
    }

    @GET
    public String list(@BeanParam TaskQuery query, @BeanParam PageQuery paging) {
        PageQuery.PageRequest page = paging.page();
        return tasks.page(caller.id(), query.filter(), page.cursor(), page.limit());
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    public String toMany(String body) {
        return bulk.onOwnTasks(caller.id(), body, caller.actor());
    }

    @GET
    @Path(ID)
    public String detail(@PathParam("id") UUID id) {
        return tasks.detail(caller.id(), id);
    }

    @PATCH
    @Path(ID)
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public String change(@PathParam("id") UUID id, String body) {
        taskOperations.changeOne(caller.id(), id, body, caller.actor());
        return tasks.detail(caller.id(), id);
    }

    @DELETE
    @Path(ID)
    public void delete(@PathParam("id") UUID id) {
        taskOperations.deleteOne(caller.id(), id, caller.actor());
    }

    @POST
    @Path(ID + "/cancel")
    public Response cancel(@PathParam("id") UUID id) {
        taskOperations.cancelOne(caller.id(), id, caller.actor());
        return Response.accepted(tasks.detail(caller.id(), id)).build();
    }

    @POST
    @Path(ID + "/retry")
    public Response retry(@PathParam("id") UUID id, String body) {
        taskOperations.retryOne(caller.id(), id, body, caller.actor());
        return Response.accepted(tasks.detail(caller.id(), id)).build();
    }
}
