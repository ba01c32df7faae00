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
import dev.millrace.push.Admission;
import dev.millrace.push.CatchUp;
import dev.millrace.push.LocalListeners;
import dev.millrace.push.Position;
import dev.millrace.push.PushFigures;
import dev.millrace.push.PushSettings;
import dev.millrace.push.PushUnavailable;
import dev.millrace.push.SignInEnded;
import dev.millrace.push.UserEventsArrived;
import dev.millrace.push.UserEventsInterrupted;
import dev.millrace.shutdown.NodeStops;
import dev.millrace.web.problem.NodeStopping;

/** Every open session of this node, whatever its transport, and the observers that push to them. */
@ApplicationScoped
public class OpenSessions implements LiveSession.Surroundings {
    private static final Logger LOG = NodeLog.of(OpenSessions.class);
    private static final Duration WATCH = Duration.ofSeconds(1);

    @Inject
    private LocalListeners listeners;

    @Inject
    private PushSettings settings;

    @Inject
    private PushFigures figures;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private final Map<UUID, Set<LiveSession>> byUser = new ConcurrentHashMap<>();
    private final Queue<LiveSession> behind = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private Semaphore room;
    private Loop reader;
    private Loop watch;

    public OpenSessions() {}

    OpenSessions(LocalListeners listeners, PushSettings settings, PushFigures figures, Clock clock) {
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
     * Opens a session, which sends nothing before it is {@linkplain LiveSession#start started}.
     *
     * @param since id of the last event that the client has seen; null = none
     * @throws TooManySessions if this node has as many as it may have
     * @throws TooManySessionsOfUser if the user has as many here as one user may have
     * @throws dev.millrace.push.PushUnavailable if Redis is away
     */
    LiveSession open(Admission admission, String since, Line line) {
        if (stopping) {
            throw new NodeStopping();
        }
        if (!room.tryAcquire()) {
            throw new TooManySessions();
        }
        LiveSession session = new LiveSession(admission, line, this, settings, clock);
        UUID user = admission.user();
        if (!joins(session, user)) {
            room.release();
            throw new TooManySessionsOfUser(settings.maxSessionsPerUser());
        }
        figures.sessionOpened();
        listeners.follow(user);
        try {
            Position position = Position.parse(since).orElse(null);
            session.begin(position, since == null || position != null);
        } catch (RuntimeException | Error e) {
            session.gone();
            throw e;
        }
        return session;
    }

    private boolean joins(LiveSession session, UUID user) {
        return byUser.compute(user, (id, sessions) -> {
                    Set<LiveSession> all = sessions == null ? ConcurrentHashMap.newKeySet() : sessions;
                    if (all.size() < settings.maxSessionsPerUser()) {
                        all.add(session);
                    }
                    return all;
                })
                .contains(session);
    }

    void onArrival(@Observes UserEventsArrived news) {
        Set<LiveSession> sessions = byUser.get(news.user());
        if (sessions != null) {
            List<Frame> frames = CloudEvents.of(news.events());
            sessions.forEach(session -> guarded(session, it -> it.arrived(news, frames)));
        }
    }

    void onInterruption(@Observes UserEventsInterrupted news) {
        byUser.getOrDefault(news.user(), Set.of()).forEach(session -> guarded(session, LiveSession::interrupted));
    }

    void onSignInEnded(@Observes SignInEnded ended) {
        forEach(session -> {
            if (session.admission().signIn().equals(ended.signIn())) {
                session.end(Ending.SIGNED_OUT);
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
        LiveSession next = behind.peek();
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

    private void forEach(Consumer<LiveSession> action) {
        byUser.values().forEach(sessions -> sessions.forEach(session -> guarded(session, action)));
    }

    private static void guarded(LiveSession session, Consumer<LiveSession> action) {
        try {
            action.accept(session);
        } catch (RuntimeException | Error e) {
            fail(session, e);
        }
    }

    /** Ending it may fail as well; the container closes then what is left of it. */
    private static void fail(LiveSession session, Throwable fault) {
        try {
            LOG.log(Level.WARNING, "a session has failed and is ended", fault);
            session.end(Ending.FAULT);
        } catch (RuntimeException | Error e) {
            session.gone();
        }
    }

    @Override
    public CatchUp read(UUID user, Position since) {
        return listeners.catchUp(user, since);
    }

    @Override
    public void behind(LiveSession session) {
        behind.add(session);
        reader.wake();
    }

    @Override
    public void sent() {
        figures.frameSent();
    }

    @Override
    public void over(LiveSession session) {
        figures.sessionOver();
        UUID user = session.admission().user();
        byUser.computeIfPresent(user, (id, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
        listeners.unfollow(user);
        room.release();
    }

    void onStop(@Observes NodeStops stops) {
        stopping = true;
        forEach(session -> session.end(Ending.STOPPING));
    }

    @PreDestroy
    void stop() {
        watch.close();
        reader.close();
        forEach(session -> session.end(Ending.STOPPING));
    }
}
