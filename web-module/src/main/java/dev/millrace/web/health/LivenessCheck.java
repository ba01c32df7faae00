package dev.millrace.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

import dev.millrace.monitoring.health.Health;
import dev.millrace.monitoring.health.HealthMonitor;
import dev.millrace.monitoring.health.HealthView;

/** Alive while every loop finishes its rounds: for all other failures, a restart helps no more than the loops do. */
@Liveness
@ApplicationScoped
public class LivenessCheck implements HealthCheck {
    private HealthMonitor monitor;

    /** For the container. */
    protected LivenessCheck() {}

    @Inject
    LivenessCheck(HealthMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public HealthCheckResponse call() {
        Health health = HealthMonitor.seenBy(monitor);
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("millrace").status(health.isAlive());
        HealthView.liveness(health).forEach(answer::withData);
        return answer.build();
    }
}
