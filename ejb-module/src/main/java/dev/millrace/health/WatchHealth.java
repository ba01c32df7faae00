package dev.millrace.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

import dev.millrace.loop.Loop;
import dev.millrace.redis.PingRedis;

/** Keeps an eye on the database and on Redis. */
@Singleton
@Startup
@DependsOn("Schema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class WatchHealth {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ANSWER_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/millrace")
    private DataSource dataSource;

    @Inject
    private PingRedis redis;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private Probe databaseProbe;
    private Probe redisProbe;
    private Loop databaseLoop;
    private Loop redisLoop;

    @PostConstruct
    void start() {
        databaseProbe = new Probe(this::lookAtDatabase, clock);
        redisProbe = new Probe(redis::ping, clock);
        databaseLoop = new Loop("watch-database", databaseProbe, PAUSE).start(threads);
        redisLoop = new Loop("watch-redis", redisProbe, PAUSE).start(threads);
    }

    /** Answers at once, with what was seen in the last seconds. */
    public Health now() {
        return new Health(databaseProbe.isThere(), redisProbe.isThere());
    }

    private void lookAtDatabase() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid(ANSWER_SECONDS)) {
                throw new SQLException("the database does not answer");
            }
        }
    }

    @PreDestroy
    void stop() {
        databaseLoop.close();
        redisLoop.close();
    }
}
