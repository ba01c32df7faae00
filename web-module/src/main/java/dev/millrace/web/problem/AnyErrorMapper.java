package dev.millrace.web.problem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Causes;
import dev.millrace.platform.problem.Outage;
import dev.millrace.platform.problem.Problem;

/** Maps every error of a resource. It logs an unexpected error with an incident number, which the client gets, too. */
@Provider
public class AnyErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = NodeLog.of(AnyErrorMapper.class);

    @Context
    private SecurityContext security;

    @Override
    public Response toResponse(Throwable error) {
        for (Throwable cause : Causes.of(error).toList()) {
            if (cause instanceof Problem problem) {
                return ProblemResponse.of(problem);
            }
            if (cause instanceof EJBAccessException) {
                return httpError(403);
            }
            if (cause instanceof WebApplicationException http) {
                return httpError(http.getResponse().getStatus());
            }
        }
        return Outage.behind(error).map(outage -> outageResponse(outage, error)).orElseGet(() -> unexpected(error));
    }

    /** The health check logs the outage, once; here it would be a trace for each request. */
    private static Response outageResponse(Outage outage, Throwable error) {
        LOG.log(Level.DEBUG, "Request failed during an outage of " + outage, error);
        return switch (outage) {
            case DATABASE -> unavailable("database-unavailable", "The database is unavailable");
            case REDIS -> unavailable("redis-unavailable", "Redis is unavailable");
        };
    }

    private static Response unavailable(String slug, String title) {
        return ProblemResponse.of(503, slug, title, title + " right now. Try again in a moment.", List.of());
    }

    private static Response unexpected(Throwable error) {
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Unexpected error; incident " + incident, error);
        return ProblemResponse.unexpected(incident);
    }

    private Response httpError(int status) {
        boolean anonymous = security == null || security.getUserPrincipal() == null;
        return status == 401 || status == 403 && anonymous
                ? unauthenticated()
                : ProblemResponse.of(HttpStatusProblem.of(status));
    }

    private static Response unauthenticated() {
        return ProblemResponse.of(new NotSignedIn());
    }
}
