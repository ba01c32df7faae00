package dev.millrace.web.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.query.ShowOverview;

/** The overview of Millrace's present state. */
@Path("/admin/overview")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {
    private ShowOverview overview;

    /** For the container. */
    public OverviewResource() {}

    @Inject
    OverviewResource(ShowOverview overview) {
        this.overview = overview;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    public String overview() {
        return overview.now();
    }
}
