package dev.millrace.web.health;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.millrace.monitoring.health.Health;
import dev.millrace.monitoring.health.HealthMonitor;
import dev.millrace.monitoring.health.HealthView;

/** For servers whose MicroProfile Health is on another port or does not see into this archive. */
@Path("/health")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    private static final int UNAVAILABLE = 503;

    private HealthMonitor monitor;

    /** For the container. */
    public HealthResource() {}

    @Inject
    HealthResource(HealthMonitor monitor) {
        this.monitor = monitor;
    }

    @GET
    public Response health() {
        Health health = monitor.now();
        return Response.status(health.isReady() ? 200 : UNAVAILABLE)
                .entity(HealthView.of(health).build().toString())
                .build();
    }

    /** Whether no failure needs a restart. */
    @GET
    @Path("/live")
    public Response liveness() {
        Health health = monitor.now();
        return Response.status(health.isAlive() ? 200 : UNAVAILABLE)
                .entity(HealthView.ofLiveness(health).build().toString())
                .build();
    }
}
