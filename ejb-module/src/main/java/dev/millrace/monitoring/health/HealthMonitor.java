package dev.millrace.monitoring.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

import dev.millrace.dispatch.Dispatcher;
import dev.millrace.dispatch.InspectQueues;
import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.LoopSettings;
import dev.millrace.platform.loop.OpenRounds;
import dev.millrace.platform.redis.RedisCapabilities;
import dev.millrace.shutdown.ServingState;

/** Checks the database, Redis, queue leadership and loops every two seconds; callers get the last result at once. */
@Singleton(name = "HealthMonitor")
@Startup
@DependsOn("Dispatcher")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class HealthMonitor {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ANSWER_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/millrace")
    private DataSource dataSource;

    @Inject
    private RedisCapabilities redis;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private LoopSettings settings;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private InspectQueues queues;

    @Inject
    private ServingState serving;

    private Probe databaseProbe;
    private RedisProbe redisProbe;
    private Probe leadershipProbe;
    private StuckLoops stuckLoops;
    private List<Loop> loops;

    @PostConstruct
    void start() {
        databaseProbe = new Probe("Database", this::checkDatabase, clock);
        redisProbe = new RedisProbe(redis, clock);
        leadershipProbe = new Probe("Queue leadership", this::checkLeadership, clock);
        stuckLoops = new StuckLoops(
                () -> databaseProbe.isUp() && redisProbe.now().isUp(),
                OpenRounds::openLongerThan,
                settings.stuckAfter(),
                clock);
        loops = List.of(
                new Loop("watch-loops", stuckLoops, PAUSE).start(threads),
                new Loop("watch-database", databaseProbe, PAUSE).start(threads),
                new Loop("watch-redis", redisProbe, PAUSE).start(threads),
                new Loop("watch-leadership", leadershipProbe, PAUSE).start(threads));
    }

    /** @return the last results, without waiting */
    public Health now() {
        boolean database = databaseProbe.isUp();
        return new Health(
                database,
                redisProbe.now(),
                database && leadershipProbe.isUp(),
                stuckLoops.now(),
                serving.phase() == ServingState.Phase.SERVING);
    }

    /**
     * The same, also while the application starts or stops.
     *
     * @return {@link Health#UNKNOWN} while the container permits no call of the watch
     */
    public static Health seenBy(HealthMonitor monitor) {
        try {
            return monitor.now();
        } catch (EJBException e) {
            return Health.UNKNOWN; // the container starts or stops the watch
        }
    }

    private void checkDatabase() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid(ANSWER_SECONDS)) {
                throw new SQLException("the database does not answer");
            }
        }
    }

    /** Without the database no node leads for long; the database's own probe logs that. */
    private void checkLeadership() {
        if (!databaseProbe.isUp()) {
            return;
        }
        Set<String> withoutLeader = queues.withoutLeader(dispatcher.queues());
        if (!withoutLeader.isEmpty()) {
            throw new IllegalStateException("no node leads " + QueueNames.abbreviated(withoutLeader));
        }
    }

    @PreDestroy
    void stop() {
        loops.forEach(Loop::close);
    }
}
