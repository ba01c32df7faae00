package dev.millrace.result;

import java.time.Clock;
import java.time.Duration;

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

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.dispatch.WakeUps;
import dev.millrace.loop.Loop;
import dev.millrace.loop.PerQueueLoops;
import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;
import dev.millrace.node.Node;
import dev.millrace.push.UserEvents;
import dev.millrace.redis.GroupReader;
import dev.millrace.task.Queues;

/** Listens to what workers report, on every node and for every queue. */
@Singleton
@Startup
@DependsOn("Schema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ResultListener {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private UnifiedJedis redis;

    @Inject
    private Node node;

    @Inject
    private Queues queues;

    @Inject
    private ApplyReports reports;

    @Inject
    private UserEvents events;

    @Inject
    private WakeUps wakeUps;

    @Inject
    private ResultSettings settings;

    @Inject
    private Clock clock;

    private PerQueueLoops loops;
    private Loop discovery;

    @PostConstruct
    void start() {
        loops = new PerQueueLoops("results", this::collector, PAUSE, threads);
        discovery = new Loop("result-queues", this::discover, PAUSE).start(threads);
    }

    private Step collector(String queue) {
        GroupReader stream = new GroupReader(redis, RedisNames.results(queue), RedisNames.SERVER_GROUP, node.id());
        return new CollectResults(queue, stream, reports, events, wakeUps, settings, clock);
    }

    private Progress discover() {
        loops.ensure(queues.names());
        return Progress.NONE;
    }

    @PreDestroy
    void stop() {
        discovery.close();
        loops.close();
    }
}
