package dev.millrace.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;

/**
 * Reads the streams of the users who listen on this node, each once however many sessions the user has. Reads those
 * that are said to have grown, and now and then all, since a wake-up may be lost.
 */
final class FollowUsers implements Step {
    private static final Logger LOG = System.getLogger(FollowUsers.class.getName());
    private static final int USERS_A_ROUND = 200;
    private static final int EVENTS_A_READ = 200;

    private record Followed(int listeners, Position reached) {
        Followed withListeners(int number) {
            return number == 0 ? null : new Followed(number, reached);
        }
    }

    private final EventStreams streams;
    private final Consumer<UserEventsArrived> arrived;
    private final Consumer<UserEventsInterrupted> interrupted;
    private final Clock clock;
    private final Duration check;
    private final Map<UUID, Followed> followed = new ConcurrentHashMap<>();
    private final Set<UUID> grown = ConcurrentHashMap.newKeySet();
    private Instant checked;

    FollowUsers(
            EventStreams streams,
            Consumer<UserEventsArrived> arrived,
            Consumer<UserEventsInterrupted> interrupted,
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
    void reached(UUID user, Position position) {
        followed.computeIfPresent(
                user, (id, now) -> now.reached() == null ? new Followed(now.listeners(), position) : now);
        grew(user);
    }

    /** @return whether anybody here is interested */
    boolean grew(UUID user) {
        boolean interesting = followed.containsKey(user);
        if (interesting) {
            grown.add(user);
        }
        return interesting;
    }

    void allMayHaveGrown() {
        grown.addAll(followed.keySet());
    }

    @Override
    public Progress once() {
        Instant now = clock.instant();
        if (!now.isBefore(checked.plus(check))) {
            checked = now;
            allMayHaveGrown();
        }
        Map<UUID, Position> due = takeGrown();
        if (due.isEmpty()) {
            return Progress.of(!grown.isEmpty());
        }
        List<CatchUp> answers;
        try {
            answers = streams.read(due, EVENTS_A_READ);
        } catch (RuntimeException e) {
            grown.addAll(due.keySet());
            throw e;
        }
        Iterator<CatchUp> answer = answers.iterator();
        due.forEach((user, after) -> tell(user, after, answer.next()));
        return Progress.of(!grown.isEmpty());
    }

    private Map<UUID, Position> takeGrown() {
        Map<UUID, Position> due = new LinkedHashMap<>();
        for (UUID user : new ArrayList<>(grown)) {
            if (due.size() == USERS_A_ROUND) {
                break;
            }
            grown.remove(user);
            Followed state = followed.get(user);
            if (state != null && state.reached() != null) {
                due.put(user, state.reached());
            }
        }
        return due;
    }

    private void tell(UUID user, Position after, CatchUp news) {
        followed.computeIfPresent(user, (id, now) -> new Followed(now.listeners(), news.position()));
        if (news.more()) {
            grown.add(user);
        }
        try {
            if (!news.recovered()) {
                interrupted.accept(new UserEventsInterrupted(user));
            } else if (!news.events().isEmpty()) {
                arrived.accept(new UserEventsArrived(user, after, news.events()));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the sessions of user " + user + " were not told, they will look for themselves", e);
        }
    }
}
