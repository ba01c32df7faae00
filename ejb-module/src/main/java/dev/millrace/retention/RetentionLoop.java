package dev.millrace.retention;

import java.time.Clock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

import dev.millrace.platform.loop.Loop;
import dev.millrace.workflow.PurgeWorkflows;

/** Runs {@link PurgeExpired} periodically, on every node. */
@Singleton
@Startup
@DependsOn("Schema")
public class RetentionLoop {
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private PurgeRows purgeRows;

    @Inject
    private PurgeWorkflows workflows;

    @Inject
    private RetentionSettings settings;

    @Inject
    private Clock clock;

    private Loop loop;

    @PostConstruct
    void start() {
        loop = new Loop("retention", new PurgeExpired(purgeRows, workflows, settings, clock), settings.poll())
                .start(threads);
    }

    @PreDestroy
    void stop() {
        loop.close();
    }
}
