package dev.millrace.web.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.monitoring.statistics.ShowStatistics;

/** The statistics of past periods. */
@Path("/admin/statistics")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {
    private ShowStatistics statistics;

    /** For the container. */
    public StatisticsResource() {}

    @Inject
    StatisticsResource(ShowStatistics statistics) {
        this.statistics = statistics;
    }

    @GET
    public String over(@QueryParam("window") @DefaultValue("15m") String window) {
        return statistics.over(window);
    }
}
