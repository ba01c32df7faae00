package dev.millrace.push;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.redis.RedisSubscriber;

/**
 * Who listens on this node. A session first says whom it {@link #follow follows}, then reads what it missed with
 * {@link #catchUp}, again as long as there is more; from then on it gets {@link UserEventsArrived}.
 */
@ApplicationScoped
public class FollowedUsers {
    private static final int EVENTS_A_READ = 200;

    @Inject
    private UnifiedJedis redis;

    @Inject
    private PushSettings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<UserEventsArrived> arrived;

    @Inject
    private Event<UserEventsGap> interrupted;

    @Inject
    private Event<RevocationReceived> ended;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private EventStreams streams;
    private FollowUserStreams users;
    private Loop reader;
    private RedisSubscriber ear;

    @PostConstruct
    void start() {
        streams = new EventStreams(redis, settings);
        users = new FollowUserStreams(streams, arrived::fire, interrupted::fire, clock, settings.check());
        reader = new Loop("follow-users", users, settings.check()).start(threads);
        ear = new RedisSubscriber(
                        "hear-events",
                        redis,
                        this::lookForAll,
                        this::hear,
                        RedisNames.EVENTS_APPENDED,
                        RedisNames.SIGN_INS_ENDED)
                .start(threads);
    }

    /** Counts one session of that user; to be called before its first {@link #catchUp}. */
    public void follow(UUID user) {
        users.follow(user);
    }

    /** Takes one session of that user away. */
    public void unfollow(UUID user) {
        users.unfollow(user);
    }

    /**
     * Reads the next events of a followed user.
     *
     * @param since null = from now on
     * @throws PushUnavailable if Redis is away
     */
    public CatchUpPage catchUp(UUID user, StreamPosition since) {
        try {
            CatchUpPage news = streams.read(user, since, EVENTS_A_READ);
            users.reached(user, news.position());
            reader.wake();
            return news;
        } catch (JedisException e) {
            throw new PushUnavailable(e);
        }
    }

    private void lookForAll() {
        users.allMayHaveGrown();
        reader.wake();
    }

    private void hear(String channel, String text) {
        if (channel.equals(RedisNames.EVENTS_APPENDED)) {
            AppendedEvents.userIn(text).filter(users::isFollowed).ifPresent(user -> {
                users.grew(user, AppendedEvents.in(text));
                reader.wake();
            });
            return;
        }
        UUID signIn;
        try {
            signIn = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return; // not an id, so it is not meant for Millrace
        }
        ended.fire(new RevocationReceived(signIn));
    }

    @PreDestroy
    void stop() {
        ear.close();
        reader.close();
    }
}
