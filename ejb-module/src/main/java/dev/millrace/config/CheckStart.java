package dev.millrace.config;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;

import dev.millrace.persistence.CheckDatabase;
import dev.millrace.redis.CheckRedis;
import dev.millrace.start.RefuseStart;
import dev.millrace.start.StartRefused;

/** Runs the checks as soon as the application is known to be whole, before any singleton of it starts. */
public class CheckStart implements Extension {
    void check(@Observes AfterDeploymentValidation event) {
        try {
            Settings settings = new Settings();
            CheckRedis.check(settings.redisSettings());
            CheckDatabase.check();
        } catch (StartRefused e) {
            event.addDeploymentProblem(RefuseStart.because(e));
        }
    }
}
