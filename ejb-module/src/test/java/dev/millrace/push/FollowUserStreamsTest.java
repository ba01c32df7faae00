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
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.node.SetClock;
import dev.millrace.platform.redis.TestRedis;

import static dev.millrace.push.EventFixtures.NOW;
import static dev.millrace.push.EventFixtures.several;
import static dev.millrace.push.EventFixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FollowUserStreamsTest {
    private static final Duration CHECK = Duration.ofSeconds(15);
    private static TestRedis redis;

    private final UUID user = UUID.randomUUID();
    private final EventStreams streams = new EventStreams(redis.client(), EventFixtures.settings(1_000));
    private final List<UserEventsArrived> arrived = new ArrayList<>();
    private final List<UserEventsGap> interrupted = new ArrayList<>();
    private final SetClock clock = new SetClock(NOW);
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
    void a_grown_stream_is_read_once_for_all_sessions_of_the_user() {
        StreamPosition begin = attached();
        attached();
        streams.append(several(user, 2));

        users.grew(user, AppendedEvents.UNKNOWN);
        users.once();

        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0).after()).isEqualTo(begin);
        assertThat(arrived.get(0).events()).hasSize(2);
    }

    @Test
    void nobody_reads_for_users_who_listen_elsewhere() {
        streams.append(several(user, 1));

        assertThat(users.isFollowed(user)).isFalse();
        users.grew(user, AppendedEvents.UNKNOWN);
        users.once();

        assertThat(arrived).isEmpty();
    }

    @Test
    void the_last_session_that_leaves_ends_the_reading() {
        attached();
        attached();
        streams.append(several(user, 1));

        users.unfollow(user);
        assertThat(users.isFollowed(user)).isTrue();
        users.unfollow(user);
        assertThat(users.isFollowed(user)).isFalse();
        users.grew(user, AppendedEvents.UNKNOWN);
        users.once();

        assertThat(arrived).isEmpty();
    }

    @Test
    void what_came_between_catching_up_and_following_is_not_lost() {
        users.follow(user);
        StreamPosition begin = streams.read(user, null, 1).position();
        streams.append(List.of(to(user, "waiting")));
        users.grew(user, AppendedEvents.UNKNOWN);
        users.once();

        users.reached(user, begin);
        users.once();

        assertThat(arrived).hasSize(1);
    }

    @Test
    void a_lost_wake_up_is_made_up_for_by_the_next_check() {
        attached();
        streams.append(several(user, 1));
        users.once();
        assertThat(arrived).isEmpty();

        clock.pass(CHECK);
        users.once();

        assertThat(arrived).hasSize(1);
    }

    @Test
    void a_lot_of_news_comes_in_parts_and_in_order() {
        attached();
        streams.append(several(user, 450));
        users.grew(user, AppendedEvents.UNKNOWN);

        while (users.once() == Progress.MORE) {
            assertThat(interrupted).isEmpty();
        }

        assertThat(arrived.stream().flatMap(batch -> batch.events().stream()))
                .extracting(event -> event.position().offset())
                .hasSize(450)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void an_interrupted_stream_is_told_once_and_followed_on() {
        attached();
        streams.breakStreams(List.of(user));
        users.grew(user, AppendedEvents.UNKNOWN);
        users.once();
        streams.append(several(user, 1));
        users.grew(user, AppendedEvents.UNKNOWN);

        users.once();

        assertThat(interrupted).containsExactly(new UserEventsGap(user));
        assertThat(arrived).hasSize(1);
    }

    @Test
    void a_redis_that_was_wiped_counts_as_an_interruption() {
        streams.append(several(user, 3));
        attached();

        redis.client().flushAll();
        users.allMayHaveGrown();
        users.once();

        assertThat(interrupted).containsExactly(new UserEventsGap(user));
    }

    @Test
    void who_could_not_be_read_while_redis_was_away_is_read_when_it_is_back() {
        attached();
        users.grew(user, AppendedEvents.UNKNOWN);
        redis.goAway();
        assertThatThrownBy(users::once).isInstanceOf(JedisException.class);
        redis.comeBack();

        users.once();

        assertThat(interrupted).as("this Redis keeps nothing").hasSize(1);
    }

    @Test
    void a_users_stream_that_cannot_be_read_keeps_nobody_elses_events() {
        attached();
        streams.append(several(user, 1));
        UUID broken = UUID.randomUUID();
        users.follow(broken);
        users.reached(broken, streams.read(broken, null, 1).position());
        users.once();
        redis.client().set(RedisNames.position(broken.toString()), "no hash");
        users.grew(broken, AppendedEvents.UNKNOWN);
        users.grew(user, AppendedEvents.UNKNOWN);

        assertThatThrownBy(users::once).hasMessageContaining("WRONGTYPE");

        assertThat(arrived).extracting(UserEventsArrived::user).containsExactly(user);
    }

    @Test
    void an_error_of_those_who_are_told_keeps_nobody_elses_events() {
        UUID other = UUID.randomUUID();
        FollowUserStreams deep = new FollowUserStreams(
                streams,
                news -> {
                    if (news.user().equals(other)) {
                        throw new StackOverflowError("deep");
                    }
                    arrived.add(news);
                },
                interrupted::add,
                clock,
                CHECK);
        for (UUID one : List.of(user, other)) {
            deep.follow(one);
            deep.reached(one, streams.read(one, null, 1).position());
            streams.append(several(one, 1));
        }

        deep.once();

        assertThat(arrived).extracting(UserEventsArrived::user).containsExactly(user);
    }

    @Test
    void what_it_is_told_it_need_not_read() {
        StreamPosition begin = attached();
        streams.append(several(user, 2));
        AppendedEvents told = told(begin);
        streams.append(several(user, 1));
        AppendedEvents next = told(told.after());
        redis.goAway();
        try {
            assertThatThrownBy(() -> told(begin)).isInstanceOf(JedisException.class);
            users.grew(user, told);
            users.once();
            users.grew(user, next);
            users.once();
        } finally {
            redis.comeBack();
        }

        assertThat(arrived)
                .containsExactly(
                        new UserEventsArrived(user, begin, told.events()),
                        new UserEventsArrived(user, told.after(), next.events()));
    }

    @Test
    void what_it_is_told_after_a_lost_message_is_read_from_where_it_was() {
        StreamPosition begin = attached();
        streams.append(several(user, 1));
        StreamPosition lost = streams.read(user, null, 1).position();
        streams.append(several(user, 1));

        users.grew(user, told(lost));
        users.once();

        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0).after()).isEqualTo(begin);
        assertThat(arrived.get(0).events()).hasSize(2);
    }

    @Test
    void what_it_has_read_already_is_not_told_twice() {
        StreamPosition begin = attached();
        streams.append(several(user, 2));
        AppendedEvents late = told(begin);
        users.grew(user, AppendedEvents.UNKNOWN);
        users.once();

        users.grew(user, late);
        users.once();

        assertThat(arrived).hasSize(1);
    }

    @Test
    void what_it_is_told_by_a_redis_that_went_back_is_an_interruption() {
        StreamPosition begin = attached();
        streams.append(several(user, 2));
        AppendedEvents undone = told(begin);
        users.grew(user, undone);
        users.once();
        redis.client().del(RedisNames.events(user.toString()), RedisNames.position(user.toString()));
        StreamPosition anewFrom = streams.read(user, null, 1).position();
        streams.append(several(user, 2));
        AppendedEvents anew = told(anewFrom);

        users.grew(user, anew);
        users.once();

        assertThat(arrived).hasSize(1);
        assertThat(interrupted).containsExactly(new UserEventsGap(user));
    }

    /** What nodes are told of what came after that position. */
    private AppendedEvents told(StreamPosition before) {
        return new AppendedEvents(before, streams.read(user, before, 100).events());
    }

    private StreamPosition attached() {
        users.follow(user);
        StreamPosition position = streams.read(user, null, 1).position();
        users.reached(user, position);
        users.once();
        return position;
    }
}
