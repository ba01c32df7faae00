package dev.millrace.web.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.operations.RejectedMessageOperations;
import dev.millrace.web.api.PageQuery;
import dev.millrace.web.security.Caller;

/** Messages that neither server nor worker could read. */
@Path("/admin/rejected")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class RejectedMessageResource {
    private RejectedMessageOperations rejected;
    private Caller caller;

    /** For the container. */
    public RejectedMessageResource() {}

    @Inject
    RejectedMessageResource(RejectedMessageOperations rejected, Caller caller) {
        this.rejected = rejected;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    public String newest(@QueryParam("limit") String limit) {
        return rejected.newest(PageQuery.limit(limit));
    }

    @DELETE
    @Path("/{stream}/{id}")
    public void delete(@PathParam("stream") String stream, @PathParam("id") String id) {
        rejected.delete(stream, id, caller.actor());
    }
}
