package dev.millrace.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import dev.millrace.monitoring.health.Health;
import dev.millrace.monitoring.health.HealthMonitor;
import dev.millrace.monitoring.health.HealthView;

/**
 * Ready once deployed, while the database is there. Redis may be unavailable or a queue without a leader: the node
 * accepts tasks all the same, so the check only reports that.
 */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {
    private HealthMonitor monitor;

    /** For the container. */
    protected ReadinessCheck() {}

    @Inject
    ReadinessCheck(HealthMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public HealthCheckResponse call() {
        Health health = HealthMonitor.seenBy(monitor);
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("millrace").status(health.isReady());
        HealthView.parts(health).forEach(answer::withData);
        return answer.build();
    }
}
