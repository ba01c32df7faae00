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
 * Gives the connections on this node their users' events. A connection first registers with {@link #follow}, then reads
 * missed events with {@link #catchUp} while there are more. From then on it receives {@link UserEventsArrived}.
 */
@ApplicationScoped
public class UserEventFeed {
    private static final int EVENTS_PER_READ = 200;

    private UnifiedJedis redis;
    private PushSettings settings;
    private Clock clock;
    private Event<UserEventsArrived> arrived;
    private Event<UserEventsGap> gap;
    private Event<RevocationReceived> revocation;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private EventStreams streams;
    private FollowUserStreams followStreams;
    private Loop loop;
    private RedisSubscriber subscriber;

    /** For the container. */
    protected UserEventFeed() {}

    @Inject
    UserEventFeed(
            UnifiedJedis redis,
            PushSettings settings,
            Clock clock,
            Event<UserEventsArrived> arrived,
            Event<UserEventsGap> gap,
            Event<RevocationReceived> revocation) {
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
        this.arrived = arrived;
        this.gap = gap;
        this.revocation = revocation;
    }

    @PostConstruct
    void start() {
        streams = new EventStreams(redis, settings);
        followStreams = new FollowUserStreams(streams, arrived::fire, gap::fire, clock, settings.pollInterval());
        loop = new Loop("follow-user-streams", followStreams, settings.pollInterval()).start(threads);
        subscriber = new RedisSubscriber(
                        "subscribe-events",
                        redis,
                        this::checkAll,
                        this::onMessage,
                        RedisNames.EVENTS_APPENDED,
                        RedisNames.REVOCATIONS)
                .start(threads);
    }

    /** Adds one connection of that user; the caller does so before its first {@link #catchUp}. */
    public void follow(UUID user) {
        followStreams.addConnection(user);
    }

    /** Removes one connection of that user. */
    public void unfollow(UUID user) {
        followStreams.removeConnection(user);
    }

    /**
     * Reads the next events of a followed user.
     *
     * @param since null = from now on
     * @throws PushUnavailable if Redis is unavailable
     */
    public CatchUpPage catchUp(UUID user, StreamPosition since) {
        try {
            CatchUpPage page = streams.read(user, since, EVENTS_PER_READ);
            followStreams.startFrom(user, page.position());
            loop.wake();
            return page;
        } catch (JedisException e) {
            throw new PushUnavailable(e);
        }
    }

    private void checkAll() {
        followStreams.checkAll();
        loop.wake();
    }

    private void onMessage(String channel, String text) {
        if (channel.equals(RedisNames.EVENTS_APPENDED)) {
            AppendedEvents.parseUser(text).filter(followStreams::isFollowed).ifPresent(user -> {
                followStreams.appended(user, AppendedEvents.parse(text));
                loop.wake();
            });
            return;
        }
        UUID sid;
        try {
            sid = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return; // not an id, so not from Millrace
        }
        revocation.fire(new RevocationReceived(sid));
    }

    @PreDestroy
    void stop() {
        subscriber.close();
        loop.close();
    }
}
