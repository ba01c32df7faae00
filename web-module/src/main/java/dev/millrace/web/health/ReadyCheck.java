package dev.millrace.web.health;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.millrace.health.Health;
import dev.millrace.health.WatchHealth;

/** Ready once deployed, while the database is there. Redis may be away: tasks are taken all the same, so it is only told. */
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
                .build();
    }

    private Health seen() {
        try {
            return watch.now();
        } catch (EJBException e) {
            return new Health(false, false); // asked while the application starts or stops
        }
    }
}
