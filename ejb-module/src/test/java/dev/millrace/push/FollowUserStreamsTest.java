package dev.millrace.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.testkit.clock.MutableClock;

import static dev.millrace.push.EventFixtures.NOW;
import static dev.millrace.push.EventFixtures.event;
import static dev.millrace.push.EventFixtures.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FollowUserStreamsTest {
    private static final Duration CHECK = Duration.ofSeconds(15);
    private static TestRedis redis;

    private final UUID user = UUID.randomUUID();
    private final EventStreams streams = new EventStreams(redis.client(), EventFixtures.settings(1_000));
    private final List<UserEventsArrived> arrived = new ArrayList<>();
    private final List<UserEventsGap> interrupted = new ArrayList<>();
    private final MutableClock clock = new MutableClock(NOW);
    private final FollowUserStreams users =
            new FollowUserStreams(streams, arrived::add, interrupted::add, clock, CHECK);

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void a_stream_is_read_once_for_all_connections_of_a_user() {
        StreamPosition begin = attached();
        attached();
        streams.append(events(user, 2));

        users.appended(user, AppendedEvents.UNKNOWN);
        users.once();

        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0).after()).isEqualTo(begin);
        assertThat(arrived.get(0).events()).hasSize(2);
    }

    @Test
    void streams_of_users_on_other_nodes_are_not_read() {
        streams.append(events(user, 1));

        assertThat(users.isFollowed(user)).isFalse();
        users.appended(user, AppendedEvents.UNKNOWN);
        users.once();

        assertThat(arrived).isEmpty();
    }

    @Test
    void the_last_closed_connection_ends_the_reading() {
        attached();
        attached();
        streams.append(events(user, 1));

        users.removeConnection(user);
        assertThat(users.isFollowed(user)).isTrue();
        users.removeConnection(user);
        assertThat(users.isFollowed(user)).isFalse();
        users.appended(user, AppendedEvents.UNKNOWN);
        users.once();

        assertThat(arrived).isEmpty();
    }

    @Test
    void events_between_catching_up_and_following_are_not_lost() {
        users.addConnection(user);
        StreamPosition begin = streams.read(user, null, 1).position();
        streams.append(List.of(event(user, "waiting")));
        users.appended(user, AppendedEvents.UNKNOWN);
        users.once();

        users.startFrom(user, begin);
        users.once();

        assertThat(arrived).hasSize(1);
    }

    @Test
    void the_next_check_replaces_a_lost_wake_up() {
        attached();
        streams.append(events(user, 1));
        users.once();
        assertThat(arrived).isEmpty();

        clock.advance(CHECK);
        users.once();

        assertThat(arrived).hasSize(1);
    }

    @Test
    void many_events_arrive_in_pages_and_in_order() {
        attached();
        streams.append(events(user, 450));
        users.appended(user, AppendedEvents.UNKNOWN);

        while (users.once() == StepResult.MORE) {
            assertThat(interrupted).isEmpty();
        }

        assertThat(arrived.stream().flatMap(batch -> batch.events().stream()))
                .extracting(event -> event.position().offset())
                .hasSize(450)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_gap_is_delivered_once_and_later_events_follow() {
        attached();
        streams.markGap(List.of(user));
        users.appended(user, AppendedEvents.UNKNOWN);
        users.once();
        streams.append(events(user, 1));
        users.appended(user, AppendedEvents.UNKNOWN);

        users.once();

        assertThat(interrupted).containsExactly(new UserEventsGap(user));
        assertThat(arrived).hasSize(1);
    }

    @Test
    void a_wiped_redis_is_a_gap() {
        streams.append(events(user, 3));
        attached();

        redis.client().flushAll();
        users.checkAll();
        users.once();

        assertThat(interrupted).containsExactly(new UserEventsGap(user));
    }

    @Test
    void a_user_unread_during_an_outage_is_read_afterwards() {
        attached();
        users.appended(user, AppendedEvents.UNKNOWN);
        redis.goDown();
        assertThatThrownBy(users::once).isInstanceOf(JedisException.class);
        redis.comeBack();

        users.once();

        assertThat(interrupted).as("this Redis keeps nothing").hasSize(1);
    }

    @Test
    void an_unreadable_stream_does_not_block_other_users() {
        attached();
        streams.append(events(user, 1));
        UUID broken = UUID.randomUUID();
        users.addConnection(broken);
        users.startFrom(broken, streams.read(broken, null, 1).position());
        users.once();
        redis.client().set(RedisNames.streamPosition(broken.toString()), "no hash");
        users.appended(broken, AppendedEvents.UNKNOWN);
        users.appended(user, AppendedEvents.UNKNOWN);

        assertThatThrownBy(users::once).hasMessageContaining("WRONGTYPE");

        assertThat(arrived).extracting(UserEventsArrived::user).containsExactly(user);
    }

    @Test
    void a_failing_observer_does_not_block_other_users() {
        UUID other = UUID.randomUUID();
        FollowUserStreams deep = new FollowUserStreams(
                streams,
                arrival -> {
                    if (arrival.user().equals(other)) {
                        throw new StackOverflowError("deep");
                    }
                    arrived.add(arrival);
                },
                interrupted::add,
                clock,
                CHECK);
        for (UUID one : List.of(user, other)) {
            deep.addConnection(one);
            deep.startFrom(one, streams.read(one, null, 1).position());
            streams.append(events(one, 1));
        }

        deep.once();

        assertThat(arrived).extracting(UserEventsArrived::user).containsExactly(user);
    }

    @Test
    void published_events_are_not_read_again() {
        StreamPosition begin = attached();
        streams.append(events(user, 2));
        AppendedEvents appended = appendedAfter(begin);
        streams.append(events(user, 1));
        AppendedEvents next = appendedAfter(appended.after());
        redis.goDown();
        try {
            assertThatThrownBy(() -> appendedAfter(begin)).isInstanceOf(JedisException.class);
            users.appended(user, appended);
            users.once();
            users.appended(user, next);
            users.once();
        } finally {
            redis.comeBack();
        }

        assertThat(arrived)
                .containsExactly(
                        new UserEventsArrived(user, begin, appended.events()),
                        new UserEventsArrived(user, appended.after(), next.events()));
    }

    @Test
    void after_a_lost_message_events_are_read_from_the_last_position() {
        StreamPosition begin = attached();
        streams.append(events(user, 1));
        StreamPosition lost = streams.read(user, null, 1).position();
        streams.append(events(user, 1));

        users.appended(user, appendedAfter(lost));
        users.once();

        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0).after()).isEqualTo(begin);
        assertThat(arrived.get(0).events()).hasSize(2);
    }

    @Test
    void events_already_read_are_not_delivered_twice() {
        StreamPosition begin = attached();
        streams.append(events(user, 2));
        AppendedEvents late = appendedAfter(begin);
        users.appended(user, AppendedEvents.UNKNOWN);
        users.once();

        users.appended(user, late);
        users.once();

        assertThat(arrived).hasSize(1);
    }

    @Test
    void events_published_by_a_rolled_back_redis_are_a_gap() {
        StreamPosition begin = attached();
        streams.append(events(user, 2));
        AppendedEvents undone = appendedAfter(begin);
        users.appended(user, undone);
        users.once();
        redis.client().del(RedisNames.events(user.toString()), RedisNames.streamPosition(user.toString()));
        StreamPosition anewFrom = streams.read(user, null, 1).position();
        streams.append(events(user, 2));
        AppendedEvents anew = appendedAfter(anewFrom);

        users.appended(user, anew);
        users.once();

        assertThat(arrived).hasSize(1);
        assertThat(interrupted).containsExactly(new UserEventsGap(user));
    }

    /** The nodes' notifications of the events after that position. */
    private AppendedEvents appendedAfter(StreamPosition before) {
        return new AppendedEvents(before, streams.read(user, before, 100).events());
    }

    private StreamPosition attached() {
        users.addConnection(user);
        StreamPosition position = streams.read(user, null, 1).position();
        users.startFrom(user, position);
        users.once();
        return position;
    }
}
