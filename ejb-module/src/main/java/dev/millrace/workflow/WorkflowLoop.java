package dev.millrace.workflow;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

import dev.millrace.platform.loop.Loop;

/** Runs {@link AdvanceDueWorkflows} periodically and at wake-ups, on every node. */
@Singleton
@Startup
@DependsOn("Schema")
public class WorkflowLoop {
    private static final Duration POLL = Duration.ofSeconds(1);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private AdvanceWorkflow advanceWorkflow;

    @Inject
    private PublishWorkflows publishWorkflows;

    @Inject
    private WakeWorkflowLoop wakeUps;

    @Inject
    private Clock clock;

    private Loop loop;

    @PostConstruct
    void start() {
        loop = new Loop("workflows", new AdvanceDueWorkflows(advanceWorkflow, publishWorkflows::publish, clock), POLL)
                .start(threads);
        wakeUps.attach(loop::wake);
    }

    @PreDestroy
    void stop() {
        loop.close();
    }
}
