package dev.millrace.monitoring.statistics;

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

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.dispatch.Dispatcher;
import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.node.Node;
import dev.millrace.task.CountQueues;

/** Runs {@link SampleGauges} and {@link WriteStatistics}, each on a loop of its own. */
@Singleton
@Startup
@DependsOn({"Schema", "Dispatcher"})
public class StatisticsLoops {
    private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration WRITE_INTERVAL = Duration.ofSeconds(5);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private CountQueues count;

    @Inject
    private LiveWorkers workers;

    @Inject
    private Tallies tallies;

    @Inject
    private QueueSamples samples;

    @Inject
    private StatisticsRows rows;

    @Inject
    private Node node;

    @Inject
    private Clock clock;

    private Loop sampler;
    private Loop writer;

    @PostConstruct
    void start() {
        sampler = new Loop(
                        "sample-gauges",
                        new SampleGauges(dispatcher::leadingQueues, count, workers, tallies, samples),
                        SAMPLE_INTERVAL)
                .start(threads);
        writer = new Loop("statistics", new WriteStatistics(node.id(), tallies, rows, clock), WRITE_INTERVAL)
                .start(threads);
    }

    @PreDestroy
    void stop() {
        sampler.close();
        writer.close();
    }
}
