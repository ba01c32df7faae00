package dev.millrace.startup;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;

import org.eclipse.microprofile.config.ConfigProvider;

import dev.millrace.contract.configuration.ConfigurationKeys;
import dev.millrace.contract.configuration.UnknownNames;
import dev.millrace.platform.config.RefuseStart;
import dev.millrace.platform.config.StartRefused;
import dev.millrace.platform.persistence.CheckDatabase;
import dev.millrace.platform.redis.CheckRedis;

/** Runs the checks as soon as the application is complete, before any singleton of it starts. */
public class CheckStart implements Extension {
    private static final Logger LOG = System.getLogger(CheckStart.class.getName());

    void check(@Observes AfterDeploymentValidation event) {
        warn(unknownNames());
        try {
            Settings settings = new Settings();
            warn(settings.notices());
            CheckRedis.check(settings.redisSettings());
            CheckDatabase.check();
        } catch (StartRefused e) {
            event.addDeploymentProblem(RefuseStart.because(e));
        }
    }

    private static List<String> unknownNames() {
        Set<String> ofOtherSources = new HashSet<>(System.getenv().keySet());
        ConfigProvider.getConfig().getPropertyNames().forEach(ofOtherSources::add);
        return new UnknownNames(ConfigurationKeys.ofThisVersion())
                .warnings(System.getProperties().stringPropertyNames(), ofOtherSources);
    }

    private static void warn(List<String> sentences) {
        sentences.forEach(sentence -> LOG.log(Level.WARNING, sentence));
    }
}
