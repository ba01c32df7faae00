package dev.millrace.web.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.push.CatchUpPage;
import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.PushMetrics;
import dev.millrace.push.PushSettings;
import dev.millrace.push.PushUnavailable;
import dev.millrace.push.RevocationReceived;
import dev.millrace.push.StreamPosition;
import dev.millrace.push.UserEventFeed;
import dev.millrace.push.UserEventsArrived;
import dev.millrace.push.UserEventsGap;
import dev.millrace.shutdown.ShutdownStarted;
import dev.millrace.web.problem.NodeStopping;

/** The open connections of this node, of every transport, and the observers that push to them. */
@ApplicationScoped
public class OpenConnections implements ClientConnection.Context {
    private static final Logger LOG = NodeLog.of(OpenConnections.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private UserEventFeed userEvents;
    private PushSettings settings;
    private PushMetrics metrics;
    private Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private final Map<UUID, Set<ClientConnection>> byUser = new ConcurrentHashMap<>();
    private final Queue<ClientConnection> behind = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private Semaphore permits;
    private Loop catchUp;
    private Loop check;

    /** For the container. */
    protected OpenConnections() {}

    @Inject
    OpenConnections(UserEventFeed userEvents, PushSettings settings, PushMetrics metrics, Clock clock) {
        this.userEvents = userEvents;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        startLoops(threads);
    }

    void startLoops(ThreadFactory factory) {
        permits = new Semaphore(settings.maxConnections());
        catchUp = new Loop("catch-up-connections", this::catchUpNext, CHECK_INTERVAL).start(factory);
        check = new Loop("check-connections", this::checkAll, CHECK_INTERVAL).start(factory);
    }

    /**
     * Opens a connection, which sends nothing before it is {@linkplain ClientConnection#start started}.
     *
     * @param since id of the last event that the client has seen; null = none
     * @throws TooManyConnections if this node has its maximum
     * @throws TooManyUserConnections if the user has the maximum on this node
     * @throws dev.millrace.push.PushUnavailable if Redis is unavailable
     */
    ClientConnection open(ConnectionIdentity identity, String since, Transport transport) {
        if (stopping) {
            throw new NodeStopping();
        }
        if (!permits.tryAcquire()) {
            throw new TooManyConnections();
        }
        ClientConnection connection = new ClientConnection(identity, transport, this, settings, clock);
        UUID user = identity.user();
        if (!register(connection, user)) {
            permits.release();
            throw new TooManyUserConnections(settings.maxConnectionsPerUser());
        }
        metrics.connectionOpened();
        userEvents.follow(user);
        try {
            StreamPosition position = StreamPosition.parse(since).orElse(null);
            connection.open(position, since == null || position != null);
        } catch (RuntimeException | Error e) {
            connection.onDisconnect();
            throw e;
        }
        return connection;
    }

    private boolean register(ClientConnection connection, UUID user) {
        return byUser.compute(user, (id, connections) -> {
                    Set<ClientConnection> all = connections == null ? ConcurrentHashMap.newKeySet() : connections;
                    if (all.size() < settings.maxConnectionsPerUser()) {
                        all.add(connection);
                    }
                    return all;
                })
                .contains(connection);
    }

    void onEvents(@Observes UserEventsArrived arrived) {
        Set<ClientConnection> connections = byUser.get(arrived.user());
        if (connections != null) {
            List<Frame> frames = CloudEvents.of(arrived.events());
            connections.forEach(connection -> isolated(connection, it -> it.onEvents(arrived, frames)));
        }
    }

    void onGap(@Observes UserEventsGap arrived) {
        byUser.getOrDefault(arrived.user(), Set.of())
                .forEach(connection -> isolated(connection, ClientConnection::onGap));
    }

    void onRevocation(@Observes RevocationReceived revocation) {
        forEach(connection -> {
            if (connection.identity().sid().equals(revocation.sid())) {
                connection.close(ConnectionCloseReason.SIGNED_OUT);
            }
        });
    }

    private StepResult checkAll() {
        Instant now = clock.instant();
        forEach(connection -> connection.check(now));
        return StepResult.NONE;
    }

    /** Throws while Redis is unavailable; the connection then stays the next one. */
    private StepResult catchUpNext() {
        ClientConnection next = behind.peek();
        if (next == null) {
            return StepResult.NONE;
        }
        if (!next.isClosed()) {
            try {
                next.catchUp();
            } catch (PushUnavailable e) {
                throw e;
            } catch (RuntimeException | Error e) {
                closeFailed(next, e);
            }
        }
        behind.poll();
        return StepResult.MORE;
    }

    private void forEach(Consumer<ClientConnection> action) {
        byUser.values().forEach(connections -> connections.forEach(connection -> isolated(connection, action)));
    }

    private static void isolated(ClientConnection connection, Consumer<ClientConnection> action) {
        try {
            action.accept(connection);
        } catch (RuntimeException | Error e) {
            closeFailed(connection, e);
        }
    }

    /** Closing may fail as well; then the container closes the rest. */
    private static void closeFailed(ClientConnection connection, Throwable failure) {
        try {
            LOG.log(Level.WARNING, "Closed a connection after an unexpected error", failure);
            connection.close(ConnectionCloseReason.INTERNAL_ERROR);
        } catch (RuntimeException | Error e) {
            connection.onDisconnect();
        }
    }

    @Override
    public CatchUpPage read(UUID user, StreamPosition since) {
        return userEvents.catchUp(user, since);
    }

    @Override
    public void onBehind(ClientConnection connection) {
        behind.add(connection);
        catchUp.wake();
    }

    @Override
    public void onSent() {
        metrics.frameSent();
    }

    @Override
    public void onClosed(ClientConnection connection) {
        metrics.connectionClosed();
        UUID user = connection.identity().user();
        byUser.computeIfPresent(user, (id, connections) -> {
            connections.remove(connection);
            return connections.isEmpty() ? null : connections;
        });
        userEvents.unfollow(user);
        permits.release();
    }

    void onStop(@Observes ShutdownStarted shutdown) {
        stopping = true;
        forEach(connection -> connection.close(ConnectionCloseReason.SERVER_STOPPING));
    }

    @PreDestroy
    void stop() {
        check.close();
        catchUp.close();
        forEach(connection -> connection.close(ConnectionCloseReason.SERVER_STOPPING));
    }
}
