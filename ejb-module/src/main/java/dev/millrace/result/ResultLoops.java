package dev.millrace.result;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

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
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.PerQueueLoops;
import dev.millrace.platform.loop.RoundPool;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.Node;
import dev.millrace.platform.redis.RedisSettings;
import dev.millrace.platform.redis.RedisSubscriber;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.redis.MultiStreamReader;
import dev.millrace.redis.RedisAddress;
import dev.millrace.redis.StreamReader;
import dev.millrace.task.Queues;

/**
 * Runs {@link CollectResults} for every queue, on every node: one connection reads all streams, and their rounds run in
 * the pool.
 */
@Singleton
@Startup
@DependsOn("Schema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ResultLoops {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private RoundPool pool;

    @Inject
    private RedisSettings redisSettings;

    @Inject
    private UnifiedJedis redis;

    @Inject
    private Node node;

    @Inject
    private Queues queues;

    @Inject
    private ApplyReports reports;

    @Inject
    private UserEventPublisher events;

    @Inject
    private WakeUpSender wakeUps;

    @Inject
    private ResultSettings settings;

    @Inject
    private Clock clock;

    private PerQueueLoops loops;
    private ReadResultStreams poll;
    private Loop reader;
    private RedisSubscriber subscriber;
    private Loop discovery;

    @PostConstruct
    void start() {
        loops = new PerQueueLoops("results", this::collector, PAUSE, pool);
        poll = new ReadResultStreams(
                new MultiStreamReader(redis, RedisNames.SERVER_GROUP, node.id()), this::wake, settings.batch());
        if (oneReader()) {
            reader = new Loop("poll-results", poll, PAUSE);
            reader.start(threads);
        } else {
            subscriber = new RedisSubscriber(
                            "results-subscriber",
                            redis,
                            loops::wakeAll,
                            (channel, queue) -> loops.wake(queue),
                            RedisNames.CAPACITY_FREED)
                    .start(threads);
        }
        discovery = new Loop("result-queues", this::discover, PAUSE).start(threads);
    }

    /**
     * On Redis Cluster no call reads several streams: there each round polls by itself, and at once when tasks have
     * finished.
     */
    private boolean oneReader() {
        return redisSettings.address().kind() != RedisAddress.Kind.CLUSTER;
    }

    private void wake(String queue) {
        loops.wake(queue);
    }

    private Step collector(String queue) {
        StreamReader stream = new StreamReader(redis, RedisNames.results(queue), RedisNames.SERVER_GROUP, node.id());
        PrefetchedReports ahead = oneReader() ? PrefetchedReports.shared(reader::wake) : PrefetchedReports.alone();
        poll.add(queue, ahead);
        return new CollectResults(queue, stream, ahead, reports, events, wakeUps, settings, clock);
    }

    private StepResult discover() {
        List<String> names = queues.names();
        loops.reconcile(names);
        poll.retain(names);
        return StepResult.NONE;
    }

    @PreDestroy
    void stop() {
        discovery.close();
        if (reader != null) {
            reader.close();
        }
        if (subscriber != null) {
            subscriber.close();
        }
        loops.close();
    }
}
