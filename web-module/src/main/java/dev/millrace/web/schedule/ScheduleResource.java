package dev.millrace.web.schedule;

import java.net.URI;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.millrace.schedule.Schedules;
import dev.millrace.submission.Submission;
import dev.millrace.web.api.PageQuery;
import dev.millrace.web.security.Caller;
import dev.millrace.web.security.OpenToApiTokens;

/** The caller's own schedules. */
@Path("/schedules")
@RequestScoped
@RolesAllowed("user")
@OpenToApiTokens
@Produces(MediaType.APPLICATION_JSON)
public class ScheduleResource {
    private static final String ID = "/{id: [0-9a-fA-F-]{36}}";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private Schedules schedules;
    private Caller caller;

    @Context
    private UriInfo uri;

    /** For the container. */
    public ScheduleResource() {}

    @Inject
    ScheduleResource(Schedules schedules, Caller caller) {
        this.schedules = schedules;
        this.caller = caller;
    }

    @GET
    public String list(@BeanParam PageQuery query) {
        PageQuery.PageRequest page = query.page();
        return schedules.page(caller.id(), page.cursor(), page.limit());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        Schedules.Created created = schedules.create(caller.id(), body);
        URI location =
                uri.getAbsolutePathBuilder().path(created.id().toString()).build();
        return Response.created(location).entity(created.json()).build();
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public String preview(String body) {
        return schedules.preview(body);
    }

    @GET
    @Path(ID)
    public String detail(@PathParam("id") UUID id) {
        return schedules.detail(caller.id(), id);
    }

    @PUT
    @Path(ID)
    @Consumes(MediaType.APPLICATION_JSON)
    public String replace(@PathParam("id") UUID id, String body) {
        return schedules.replace(caller.id(), id, body);
    }

    @PATCH
    @Path(ID)
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public String patch(@PathParam("id") UUID id, String body) {
        return schedules.patch(caller.id(), id, body);
    }

    @DELETE
    @Path(ID)
    public void delete(@PathParam("id") UUID id) {
        schedules.delete(caller.id(), id);
    }

    @POST
    @Path(ID + "/pause")
    public String pause(@PathParam("id") UUID id) {
        return schedules.pause(caller.id(), id);
    }

    @POST
    @Path(ID + "/resume")
    public String resume(@PathParam("id") UUID id) {
        return schedules.resume(caller.id(), id);
    }

    @POST
    @Path(ID + "/run-now")
    public Response runNow(@PathParam("id") UUID id) {
        Submission.Accepted accepted = schedules.runNow(caller.id(), id);
        URI location = uri.getBaseUriBuilder()
                .path("tasks")
                .path(accepted.id().toString())
                .build();
        return Response.accepted(accepted.json()).location(location).build();
    }
}
