package dev.millrace.web.admin;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.millrace.operations.BulkOperations;
import dev.millrace.operations.ResolveUser;
import dev.millrace.operations.TaskOperations;
import dev.millrace.query.ShowTasks;
import dev.millrace.web.api.PageQuery;
import dev.millrace.web.security.Caller;
import dev.millrace.web.task.TaskQuery;

/** The tasks of all users. */
@Path("/admin/tasks")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class TaskAdminResource {
    private static final String ID = "/{id: [0-9a-fA-F-]{36}}";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final UUID ANY_OWNER = null;

    private ShowTasks tasks;
    private TaskOperations taskOperations;
    private BulkOperations bulk;
    private ResolveUser resolveUser;
    private Caller caller;

    /** For the container. */
    public TaskAdminResource() {}

    @Inject
    TaskAdminResource(
            ShowTasks tasks,
            TaskOperations taskOperations,
            BulkOperations bulk,
            ResolveUser resolveUser,
            Caller caller) {
        this.tasks = tasks;
        this.taskOperations = taskOperations;
        this.bulk = bulk;
        this.resolveUser = resolveUser;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    public String list(@BeanParam TaskQuery query, @BeanParam PageQuery paging, @QueryParam("user") String user) {
        PageQuery.PageRequest page = paging.page();
        UUID owner = user == null || user.isBlank() ? ANY_OWNER : resolveUser.resolve(user, "?user");
        return tasks.pageOfAll(owner, query.filter(), page.cursor(), page.limit());
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    public String toMany(String body) {
        return bulk.onAnyTasks(body, caller.actor());
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    @Path(ID)
    public String detail(@PathParam("id") UUID id) {
        return tasks.detail(ANY_OWNER, id);
    }

    @PATCH
    @Path(ID)
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public String change(@PathParam("id") UUID id, String body) {
        taskOperations.changeOne(ANY_OWNER, id, body, caller.actor());
        return tasks.detail(ANY_OWNER, id);
    }

    @DELETE
    @Path(ID)
    public void delete(@PathParam("id") UUID id) {
        taskOperations.deleteOne(ANY_OWNER, id, caller.actor());
    }

    @POST
    @Path(ID + "/cancel")
    public Response cancel(@PathParam("id") UUID id) {
        taskOperations.cancelOne(ANY_OWNER, id, caller.actor());
        return Response.accepted(tasks.detail(ANY_OWNER, id)).build();
    }

    @POST
    @Path(ID + "/retry")
    public Response retry(@PathParam("id") UUID id, String body) {
        taskOperations.retryOne(ANY_OWNER, id, body, caller.actor());
        return Response.accepted(tasks.detail(ANY_OWNER, id)).build();
    }
}
