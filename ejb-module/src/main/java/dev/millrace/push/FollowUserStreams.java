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
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;

/**
 * Follows the streams of the users who listen on this node, each once however many sessions the user has. Takes what it is
 * told if that begins where it has got to, else reads; and now and then reads all, since a message may be lost.
 */
final class FollowUserStreams implements Step {
    private static final Logger LOG = NodeLog.of(FollowUserStreams.class);
    private static final int USERS_A_ROUND = 200;
    private static final int EVENTS_A_READ = 200;

    private record Followed(int listeners, StreamPosition reached) {
        Followed withListeners(int number) {
            return number == 0 ? null : new Followed(number, reached);
        }
    }

    private final EventStreams streams;
    private final Consumer<UserEventsArrived> arrived;
    private final Consumer<UserEventsGap> interrupted;
    private final Clock clock;
    private final Duration check;
    private final Map<UUID, Followed> followed = new ConcurrentHashMap<>();
    private final Map<UUID, AppendedEvents> grown = new ConcurrentHashMap<>();
    private Instant checked;

    FollowUserStreams(
            EventStreams streams,
            Consumer<UserEventsArrived> arrived,
            Consumer<UserEventsGap> interrupted,
            Clock clock,
            Duration check) {
        this.streams = streams;
        this.arrived = arrived;
        this.interrupted = interrupted;
        this.clock = clock;
        this.check = check;
        this.checked = clock.instant();
    }

    void follow(UUID user) {
        followed.compute(
                user, (id, now) -> now == null ? new Followed(1, null) : now.withListeners(now.listeners() + 1));
    }

    void unfollow(UUID user) {
        followed.computeIfPresent(user, (id, now) -> now.withListeners(now.listeners() - 1));
    }

    /** A session of this user got as far as that by itself; whoever comes first says where following begins. */
    void reached(UUID user, StreamPosition position) {
        followed.computeIfPresent(
                user, (id, now) -> now.reached() == null ? new Followed(now.listeners(), position) : now);
        grew(user, AppendedEvents.UNKNOWN);
    }

    /** @return whether anybody here is interested */
    boolean isFollowed(UUID user) {
        return followed.containsKey(user);
    }

    void grew(UUID user, AppendedEvents growth) {
        grown.merge(user, growth, AppendedEvents::and);
    }

    void allMayHaveGrown() {
        followed.keySet().forEach(user -> grew(user, AppendedEvents.UNKNOWN));
    }

    @Override
    public Progress once() {
        Instant now = clock.instant();
        if (!now.isBefore(checked.plus(check))) {
            checked = now;
            allMayHaveGrown();
        }
        Map<UUID, StreamPosition> unread = new LinkedHashMap<>();
        takeGrown().forEach((user, growth) -> {
            StreamPosition reached = reachedBy(user);
            if (reached == null || reached.equals(growth.after())) {
                return;
            }
            if (reached.equals(growth.before())) {
                tell(user, reached, new CatchUpPage(true, growth.after(), growth.events(), false));
            } else {
                unread.put(user, reached);
            }
        });
        read(unread);
        return Progress.of(!grown.isEmpty());
    }

    /** @return null if nobody follows, or nobody has said yet where following begins */
    private StreamPosition reachedBy(UUID user) {
        Followed state = followed.get(user);
        return state == null ? null : state.reached();
    }

    private Map<UUID, AppendedEvents> takeGrown() {
        Map<UUID, AppendedEvents> taken = new LinkedHashMap<>();
        Iterator<UUID> users = grown.keySet().iterator();
        while (users.hasNext() && taken.size() < USERS_A_ROUND) {
            UUID user = users.next();
            taken.put(user, grown.remove(user));
        }
        return taken;
    }

    private void read(Map<UUID, StreamPosition> unread) {
        if (unread.isEmpty()) {
            return;
        }
        List<CatchUpPage> answers;
        try {
            answers = streams.read(unread, EVENTS_A_READ);
        } catch (RuntimeException | Error e) {
            if (Outage.behind(e).isEmpty() && unread.size() > 1) {
                readSingly(unread);
                return;
            }
            unread.keySet().forEach(user -> grew(user, AppendedEvents.UNKNOWN));
            throw e;
        }
        Iterator<CatchUpPage> answer = answers.iterator();
        unread.forEach((user, after) -> tell(user, after, answer.next()));
    }

    /** One user's stream that cannot be read keeps nobody else's events; that user is looked at again. */
    private void readSingly(Map<UUID, StreamPosition> unread) {
        IsolateFailures.tried(unread.entrySet(), one -> {
            read(Map.of(one.getKey(), one.getValue()));
            return true;
        });
    }

    private void tell(UUID user, StreamPosition after, CatchUpPage news) {
        followed.computeIfPresent(user, (id, now) -> new Followed(now.listeners(), news.position()));
        if (news.more()) {
            grew(user, AppendedEvents.UNKNOWN);
        }
        try {
            if (!news.recovered()) {
                interrupted.accept(new UserEventsGap(user));
            } else if (!news.events().isEmpty()) {
                arrived.accept(new UserEventsArrived(user, after, news.events()));
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the sessions of user " + user + " were not told, they will look for themselves", e);
        }
    }
}
