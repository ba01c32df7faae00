package dev.millrace.web.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.operations.TaskTypeOperations;
import dev.millrace.web.security.Caller;

/** The task types, hidden ones too. */
@Path("/admin/task-types")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class TaskTypeAdminResource {
    private TaskTypeOperations types;
    private Caller caller;

    /** For the container. */
    public TaskTypeAdminResource() {}

    @Inject
    TaskTypeAdminResource(TaskTypeOperations types, Caller caller) {
        this.types = types;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    public String all() {
        return types.all();
    }

    @POST
    @Path("/{name}/hide")
    public String hide(@PathParam("name") String name) {
        return types.hide(name, caller.actor());
    }

    @POST
    @Path("/{name}/show")
    public String show(@PathParam("name") String name) {
        return types.show(name, caller.actor());
    }

    @DELETE
    @Path("/{name}")
    public void delete(@PathParam("name") String name) {
        types.delete(name, caller.actor());
    }
}
