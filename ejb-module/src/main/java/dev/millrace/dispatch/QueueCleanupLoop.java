package dev.millrace.dispatch;

import java.time.Clock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.DeclareNamedQueues;
import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.FairQueue;
import dev.millrace.task.QueueModes;
import dev.millrace.task.QueueSettings;
import dev.millrace.task.QueueUsage;

/** Runs {@link CleanQueues} periodically, on every node. */
@Singleton
@Startup
@DependsOn("Schema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class QueueCleanupLoop {
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private QueueUsage usage;

    @Inject
    private DeclareQueues declareQueues;

    @Inject
    private DeclareNamedQueues declared;

    @Inject
    private Catalogue catalogue;

    @Inject
    private LiveWorkers workers;

    @Inject
    private QueueKeys keys;

    @Inject
    private FairQueue fairQueue;

    @Inject
    private QueueModes modes;

    @Inject
    private QueueSettings settings;

    @Inject
    private Clock clock;

    private Loop loop;

    @PostConstruct
    void start() {
        CleanQueues step = new CleanQueues(usage, declareQueues, declared, catalogue, workers, keys, settings, clock);
        loop = new Loop(
                        "queue-cleaner",
                        () -> {
                            StepResult result = step.once();
                            fairQueue.retainQueues(modes.all().keySet());
                            return result;
                        },
                        settings.poll())
                .start(threads);
    }

    @PreDestroy
    void stop() {
        loop.close();
    }
}
