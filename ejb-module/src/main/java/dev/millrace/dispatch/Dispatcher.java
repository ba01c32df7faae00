package dev.millrace.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.catalogue.WorkersChanged;
import dev.millrace.contract.RedisNames;
import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.PerQueueLoops;
import dev.millrace.platform.loop.RoundPool;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.Node;
import dev.millrace.platform.redis.RedisSubscriber;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.task.FairQueue;
import dev.millrace.task.Queues;

/**
 * The dispatcher: subscribes to wake-ups in Redis, and runs rounds for each queue that this node leads or would lead.
 */
@Singleton(name = "Dispatcher")
@Startup
@DependsOn("Schema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Dispatcher {
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private RoundPool pool;

    @Inject
    private UnifiedJedis redis;

    @Inject
    private DispatchSettings settings;

    @Inject
    private Node node;

    @Inject
    private Clock clock;

    @Inject
    private Queues queues;

    @Inject
    private ClaimTasks claimTasks;

    @Inject
    private EndClaims endClaims;

    @Inject
    private StopOrders stopOrders;

    @Inject
    private FairQueue fairQueue;

    @Inject
    private LiveWorkers workers;

    @Inject
    private UserEventPublisher events;

    @Inject
    private WakeUpSender wakeUps;

    private final Map<String, QueueLeader> leaders = new ConcurrentHashMap<>();
    private volatile PerQueueLoops loops;
    private Loop discovery;
    private Loop sender;
    private RedisSubscriber subscriber;

    @PostConstruct
    void start() {
        loops = new PerQueueLoops("dispatch", this::createLeader, settings.poll(), pool);
        discovery = new Loop("queues", this::discover, settings.poll()).start(threads);
        sender = new Loop("wake-ups", wakeUps, settings.poll()).start(threads);
        wakeUps.attach(this::wake);
        subscriber = new RedisSubscriber(
                        "dispatch-subscriber",
                        redis,
                        this::wakeAll,
                        this::wake,
                        RedisNames.WAKE_UPS,
                        RedisNames.CAPACITY_FREED)
                .start(threads);
    }

    private void wake(WakeUpSender.WakeUp wakeUp) {
        wake(wakeUp.channel(), wakeUp.queue());
        QueueLeader leader = leaders.get(wakeUp.queue());
        if (leader == null || !leader.isLeading()) {
            wakeUps.publishLater(wakeUp);
            sender.wake();
        }
    }

    private void wake(String channel, String queue) {
        QueueLeader leader = leaders.get(queue);
        if (leader != null && channel.equals(RedisNames.WAKE_UPS)) {
            leader.mayHaveWork();
        }
        loops.wake(queue);
    }

    private void wakeAll() {
        leaders.values().forEach(QueueLeader::mayHaveWork);
        loops.wakeAll();
    }

    public void onWorkers(@Observes WorkersChanged changed) {
        if (loops != null) {
            wakeAll();
        }
    }

    /** @return all queues, led by any node */
    public Set<String> queues() {
        return Set.copyOf(leaders.keySet());
    }

    /** @return the queues that this node leads */
    public Set<String> leadingQueues() {
        return leaders.entrySet().stream()
                .filter(leader -> leader.getValue().isLeading())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Step createLeader(String queue) {
        Lease lease = new Lease(redis, queues, queue, node.id(), settings.lease());
        TaskStream stream = new TaskStream(redis, queue);
        DispatchWindow window = new DispatchWindow(settings.maxWindow(), settings.windowTime());
        RecallPaused paused = new RecallPaused(queue, queues, stream, endClaims, events, clock);
        RepeatStopOrders repeatStopOrders = new RepeatStopOrders(queue, workers, endClaims, stopOrders);
        QueueLeader leader = new QueueLeader(
                queue,
                lease,
                new DispatchTasks(queue, lease, stream, window, workers, claimTasks, endClaims, events, clock),
                new ReclaimLostTasks(queue, redis, stream, workers, endClaims, events, clock, settings.lostAfter()),
                () -> {
                    paused.once();
                    repeatStopOrders.once();
                },
                claimTasks,
                queues,
                fairQueue,
                clock);
        leaders.put(queue, leader);
        return leader;
    }

    private StepResult discover() {
        List<String> names = queues.names();
        loops.reconcile(names);
        leaders.entrySet().removeIf(leader -> !names.contains(leader.getKey()));
        return StepResult.NONE;
    }

    @PreDestroy
    void stop() {
        subscriber.close();
        discovery.close();
        sender.close();
        loops.close();
        leaders.values().forEach(QueueLeader::stepDown);
    }
}
