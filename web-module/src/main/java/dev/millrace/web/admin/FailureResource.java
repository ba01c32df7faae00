package dev.millrace.web.admin;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.millrace.query.ShowFailures;
import dev.millrace.web.api.QueryParser;

/** The tasks of all users that failed for good in a period. */
@Path("/admin/failures")
@RequestScoped
@RolesAllowed({"admin", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
public class FailureResource {
    private ShowFailures failures;

    /** For the container. */
    public FailureResource() {}

    @Inject
    FailureResource(ShowFailures failures) {
        this.failures = failures;
    }

    @GET
    public String groups(@QueryParam("from") String from, @QueryParam("to") String to) {
        QueryParser query = new QueryParser();
        Instant begin = query.time("from", from);
        Instant end = query.time("to", to);
        query.throwIfInvalid();
        return failures.between(begin, end);
    }
}
