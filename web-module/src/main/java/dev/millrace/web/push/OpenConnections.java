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
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.push.CatchUpPage;
import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.FollowedUsers;
import dev.millrace.push.PushMetrics;
import dev.millrace.push.PushSettings;
import dev.millrace.push.PushUnavailable;
import dev.millrace.push.RevocationReceived;
import dev.millrace.push.StreamPosition;
import dev.millrace.push.UserEventsArrived;
import dev.millrace.push.UserEventsGap;
import dev.millrace.shutdown.ShutdownStarted;
import dev.millrace.web.problem.NodeStopping;

/** Every open session of this node, whatever its transport, and the observers that push to them. */
@ApplicationScoped
public class OpenConnections implements ClientConnection.Context {
    private static final Logger LOG = NodeLog.of(OpenConnections.class);
    private static final Duration WATCH = Duration.ofSeconds(1);

    @Inject
    private FollowedUsers listeners;

    @Inject
    private PushSettings settings;

    @Inject
    private PushMetrics figures;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private final Map<UUID, Set<ClientConnection>> byUser = new ConcurrentHashMap<>();
    private final Queue<ClientConnection> behind = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private Semaphore room;
    private Loop reader;
    private Loop watch;

    public OpenConnections() {}

    OpenConnections(FollowedUsers listeners, PushSettings settings, PushMetrics figures, Clock clock) {
        this.listeners = listeners;
        this.settings = settings;
        this.figures = figures;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        startLoops(threads);
    }

    void startLoops(ThreadFactory factory) {
        room = new Semaphore(settings.maxSessions());
        reader = new Loop("catch-up-sessions", this::catchUpNext, WATCH).start(factory);
        watch = new Loop("watch-sessions", this::watchAll, WATCH).start(factory);
    }

    /**
     * Opens a session, which sends nothing before it is {@linkplain ClientConnection#start started}.
     *
     * @param since id of the last event that the client has seen; null = none
     * @throws TooManyConnections if this node has as many as it may have
     * @throws TooManyUserConnections if the user has as many here as one user may have
     * @throws dev.millrace.push.PushUnavailable if Redis is away
     */
    ClientConnection open(ConnectionIdentity admission, String since, Transport line) {
        if (stopping) {
            throw new NodeStopping();
        }
        if (!room.tryAcquire()) {
            throw new TooManyConnections();
        }
        ClientConnection session = new ClientConnection(admission, line, this, settings, clock);
        UUID user = admission.user();
        if (!joins(session, user)) {
            room.release();
            throw new TooManyUserConnections(settings.maxSessionsPerUser());
        }
        figures.sessionOpened();
        listeners.follow(user);
        try {
            StreamPosition position = StreamPosition.parse(since).orElse(null);
            session.begin(position, since == null || position != null);
        } catch (RuntimeException | Error e) {
            session.gone();
            throw e;
        }
        return session;
    }

    private boolean joins(ClientConnection session, UUID user) {
        return byUser.compute(user, (id, sessions) -> {
                    Set<ClientConnection> all = sessions == null ? ConcurrentHashMap.newKeySet() : sessions;
                    if (all.size() < settings.maxSessionsPerUser()) {
                        all.add(session);
                    }
                    return all;
                })
                .contains(session);
    }

    void onArrival(@Observes UserEventsArrived news) {
        Set<ClientConnection> sessions = byUser.get(news.user());
        if (sessions != null) {
            List<Frame> frames = CloudEvents.of(news.events());
            sessions.forEach(session -> guarded(session, it -> it.arrived(news, frames)));
        }
    }

    void onInterruption(@Observes UserEventsGap news) {
        byUser.getOrDefault(news.user(), Set.of()).forEach(session -> guarded(session, ClientConnection::interrupted));
    }

    void onSignInEnded(@Observes RevocationReceived ended) {
        forEach(session -> {
            if (session.admission().signIn().equals(ended.signIn())) {
                session.end(ConnectionCloseReason.SIGNED_OUT);
            }
        });
    }

    private Progress watchAll() {
        Instant now = clock.instant();
        forEach(session -> session.check(now));
        return Progress.NONE;
    }

    /** Throws while Redis is away; the session stays the next one then. */
    private Progress catchUpNext() {
        ClientConnection next = behind.peek();
        if (next == null) {
            return Progress.NONE;
        }
        if (!next.isOver()) {
            try {
                next.catchUp();
            } catch (PushUnavailable e) {
                throw e;
            } catch (RuntimeException | Error e) {
                fail(next, e);
            }
        }
        behind.poll();
        return Progress.MORE;
    }

    private void forEach(Consumer<ClientConnection> action) {
        byUser.values().forEach(sessions -> sessions.forEach(session -> guarded(session, action)));
    }

    private static void guarded(ClientConnection session, Consumer<ClientConnection> action) {
        try {
            action.accept(session);
        } catch (RuntimeException | Error e) {
            fail(session, e);
        }
    }

    /** Ending it may fail as well; the container closes then what is left of it. */
    private static void fail(ClientConnection session, Throwable fault) {
        try {
            LOG.log(Level.WARNING, "a session has failed and is ended", fault);
            session.end(ConnectionCloseReason.FAULT);
        } catch (RuntimeException | Error e) {
            session.gone();
        }
    }

    @Override
    public CatchUpPage read(UUID user, StreamPosition since) {
        return listeners.catchUp(user, since);
    }

    @Override
    public void behind(ClientConnection session) {
        behind.add(session);
        reader.wake();
    }

    @Override
    public void sent() {
        figures.frameSent();
    }

    @Override
    public void over(ClientConnection session) {
        figures.sessionOver();
        UUID user = session.admission().user();
        byUser.computeIfPresent(user, (id, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
        listeners.unfollow(user);
        room.release();
    }

    void onStop(@Observes ShutdownStarted stops) {
        stopping = true;
        forEach(session -> session.end(ConnectionCloseReason.STOPPING));
    }

    @PreDestroy
    void stop() {
        watch.close();
        reader.close();
        forEach(session -> session.end(ConnectionCloseReason.STOPPING));
    }
}
