package dev.millrace.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import dev.millrace.platform.loop.IsolateFailures;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;

/**
 * Follows the event streams of this node's connected users, each once for all of a user's connections. Uses published
 * events when they start at the known position, else reads the stream. Checks all streams periodically, since a message
 * may be lost.
 */
final class FollowUserStreams implements Step {
    private static final Logger LOG = NodeLog.of(FollowUserStreams.class);
    private static final int USERS_PER_ROUND = 200;
    private static final int EVENTS_PER_READ = 200;

    private record Followed(int connections, StreamPosition position) {
        Followed withConnections(int number) {
            return number == 0 ? null : new Followed(number, position);
        }
    }

    private final EventStreams streams;
    private final Consumer<UserEventsArrived> onEvents;
    private final Consumer<UserEventsGap> onGap;
    private final Clock clock;
    private final Duration checkInterval;
    private final Map<UUID, Followed> followed = new ConcurrentHashMap<>();
    private final Map<UUID, AppendedEvents> appended = new ConcurrentHashMap<>();
    private Instant lastCheck;

    FollowUserStreams(
            EventStreams streams,
            Consumer<UserEventsArrived> onEvents,
            Consumer<UserEventsGap> onGap,
            Clock clock,
            Duration checkInterval) {
        this.streams = streams;
        this.onEvents = onEvents;
        this.onGap = onGap;
        this.clock = clock;
        this.checkInterval = checkInterval;
        this.lastCheck = clock.instant();
    }

    void addConnection(UUID user) {
        followed.compute(
                user, (id, now) -> now == null ? new Followed(1, null) : now.withConnections(now.connections() + 1));
    }

    void removeConnection(UUID user) {
        followed.computeIfPresent(user, (id, now) -> now.withConnections(now.connections() - 1));
    }

    /** A connection of this user has read up to this position. Following starts at the first one given. */
    void startFrom(UUID user, StreamPosition position) {
        followed.computeIfPresent(
                user, (id, now) -> now.position() == null ? new Followed(now.connections(), position) : now);
        appended(user, AppendedEvents.UNKNOWN);
    }

    /** @return whether the user has a connection on this node */
    boolean isFollowed(UUID user) {
        return followed.containsKey(user);
    }

    void appended(UUID user, AppendedEvents events) {
        appended.merge(user, events, AppendedEvents::followedBy);
    }

    void checkAll() {
        followed.keySet().forEach(user -> appended(user, AppendedEvents.UNKNOWN));
    }

    @Override
    public StepResult once() {
        Instant now = clock.instant();
        if (!now.isBefore(lastCheck.plus(checkInterval))) {
            lastCheck = now;
            checkAll();
        }
        Map<UUID, StreamPosition> unread = new LinkedHashMap<>();
        takeAppended().forEach((user, events) -> {
            StreamPosition position = positionOf(user);
            if (position == null || position.equals(events.after())) {
                return;
            }
            if (position.equals(events.before())) {
                deliver(user, position, new CatchUpPage(true, events.after(), events.events(), false));
            } else {
                unread.put(user, position);
            }
        });
        read(unread);
        return StepResult.of(!appended.isEmpty());
    }

    /** @return null while the user has no connection here, or no connection has given a position yet */
    private StreamPosition positionOf(UUID user) {
        Followed state = followed.get(user);
        return state == null ? null : state.position();
    }

    private Map<UUID, AppendedEvents> takeAppended() {
        Map<UUID, AppendedEvents> taken = new LinkedHashMap<>();
        Iterator<UUID> users = appended.keySet().iterator();
        while (users.hasNext() && taken.size() < USERS_PER_ROUND) {
            UUID user = users.next();
            taken.put(user, appended.remove(user));
        }
        return taken;
    }

    private void read(Map<UUID, StreamPosition> unread) {
        if (unread.isEmpty()) {
            return;
        }
        List<CatchUpPage> pages;
        try {
            pages = streams.read(unread, EVENTS_PER_READ);
        } catch (RuntimeException | Error e) {
            if (Outage.behind(e).isEmpty() && unread.size() > 1) {
                readOneByOne(unread);
                return;
            }
            unread.keySet().forEach(user -> appended(user, AppendedEvents.UNKNOWN));
            throw e;
        }
        Iterator<CatchUpPage> next = pages.iterator();
        unread.forEach((user, after) -> deliver(user, after, next.next()));
    }

    /** Prevents one unreadable stream from blocking other users; the next round tries that user again. */
    private void readOneByOne(Map<UUID, StreamPosition> unread) {
        IsolateFailures.forEach(unread.entrySet(), one -> {
            read(Map.of(one.getKey(), one.getValue()));
            return true;
        });
    }

    private void deliver(UUID user, StreamPosition after, CatchUpPage page) {
        followed.computeIfPresent(user, (id, now) -> new Followed(now.connections(), page.position()));
        if (page.more()) {
            appended(user, AppendedEvents.UNKNOWN);
        }
        try {
            if (!page.recovered()) {
                onGap.accept(new UserEventsGap(user));
            } else if (!page.events().isEmpty()) {
                onEvents.accept(new UserEventsArrived(user, after, page.events()));
            }
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.WARNING,
                    "Failed to deliver events to the connections of user " + user + "; they catch up by themselves",
                    e);
        }
    }
}
