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
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.task.TaskEvent;

/** Tells users what happens to their tasks, on whichever node they listen. */
@ApplicationScoped
public class UserEvents {
    private static final Logger LOG = NodeLog.of(UserEvents.class);
    private static final long MAX_BUFFERED_CHARACTERS = 16_000_000;
    private static final int MAX_MISSED_USERS = 100_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    private UnifiedJedis redis;

    @Inject
    private PushSettings settings;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private final EventBuffer buffer = new EventBuffer(MAX_BUFFERED_CHARACTERS, MAX_MISSED_USERS);
    private EventStreams streams;
    private FlushEventBuffer flushBuffer;
    private Loop loop;

    @PostConstruct
    void start() {
        streams = new EventStreams(redis, settings);
        flushBuffer = new FlushEventBuffer(buffer, streams);
        loop = new Loop("publish-events", flushBuffer, PAUSE).start(threads);
    }

    /**
     * Writes events, after all that {@link #appendAsync} took before on this node.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if Redis is away; then some may have been written, and
     *     the caller does it all again
     */
    public void append(List<TaskEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        flushAll();
        streams.append(events);
    }

    /**
     * Takes events to be written in a moment, or when Redis is back. Never waits and never throws. Those that do not
     * fit into memory until then are dropped, and their owners' clients are told that they have missed something.
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
            LOG.log(Level.WARNING, "some events of the last moment are lost: " + e);
        }
    }

    private void flushAll() {
        while (flushBuffer.once() == Progress.MORE) {
            // one batch after another
        }
    }
}
