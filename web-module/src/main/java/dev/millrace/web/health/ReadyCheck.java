package dev.millrace.web.health;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.millrace.health.Health;
import dev.millrace.health.WatchHealth;

/**
 * Ready once deployed, while the database is there. Redis may be away or a queue without a leader: tasks are taken all the
 * same, so that is only told.
 */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
    @Inject
    private WatchHealth watch;

    @Override
    public HealthCheckResponse call() {
        Health health = seen();
        return HealthCheckResponse.named("millrace")
                .status(health.isReady())
                .withData("database", HealthResource.word(health.database()))
                .withData("redis", HealthResource.word(health.redis()))
                .withData("leadership", HealthResource.word(health.leadership()))
                .build();
    }

    private Health seen() {
        try {
            return watch.now();
        } catch (EJBException e) {
            return new Health(false, false, false); // asked while the application starts or stops
        }
    }
}
