package dev.millrace.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.task.TaskEvent;

/** Appends task events to their owners' streams, which the nodes that have their connections follow. */
@ApplicationScoped
public class UserEventPublisher {
    private static final Logger LOG = NodeLog.of(UserEventPublisher.class);
    private static final long MAX_BUFFERED_CHARACTERS = 16_000_000;
    private static final int MAX_MISSED_USERS = 100_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private UnifiedJedis redis;
    private PushSettings settings;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private final EventBuffer buffer = new EventBuffer(MAX_BUFFERED_CHARACTERS, MAX_MISSED_USERS);
    private EventStreams streams;
    private FlushEventBuffer flushBuffer;
    private Loop loop;

    /** For the container. */
    protected UserEventPublisher() {}

    @Inject
    UserEventPublisher(UnifiedJedis redis, PushSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        streams = new EventStreams(redis, settings);
        flushBuffer = new FlushEventBuffer(buffer, streams);
        loop = new Loop("publish-events", flushBuffer, PAUSE).start(threads);
    }

    /**
     * Writes events, after all earlier events of {@link #appendAsync} on this node.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if Redis is unavailable; then some may have been written, and
     *     the caller repeats all of it
     */
    public void append(List<TaskEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        flushAll();
        streams.append(events);
    }

    /**
     * Buffers events and writes them soon, or when Redis is up again. Never waits and never throws. It drops events
     * beyond the buffer's bound, and their owners' clients see a gap.
     */
    public void appendAsync(List<TaskEvent> events) {
        buffer.add(events);
        loop.wake();
    }

    @PreDestroy
    void stop() {
        loop.close();
        try {
            flushAll();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Lost buffered events at shutdown: " + e);
        }
    }

    private void flushAll() {
        while (flushBuffer.once() == StepResult.MORE) {
            // one batch after another
        }
    }
}
