package dev.millrace.web.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.query.ShowTaskTypes;
import dev.millrace.web.security.OpenToApiTokens;

/** The catalogue of task types. */
@Path("/task-types")
@RequestScoped
@RolesAllowed("user")
@OpenToApiTokens
@Produces(MediaType.APPLICATION_JSON)
public class TaskTypeResource {
    private ShowTaskTypes types;

    /** For the container. */
    public TaskTypeResource() {}

    @Inject
    TaskTypeResource(ShowTaskTypes types) {
        this.types = types;
    }

    @GET
    public String all() {
        return types.all();
    }

    @GET
    @Path("/{name}")
    public String named(@PathParam("name") String name) {
        return types.named(name);
    }
}
