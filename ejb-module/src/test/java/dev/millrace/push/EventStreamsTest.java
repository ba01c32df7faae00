package dev.millrace.push;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.task.TaskEvent;

import static dev.millrace.push.EventFixtures.NOW;
import static dev.millrace.push.EventFixtures.event;
import static dev.millrace.push.EventFixtures.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventStreamsTest {
    private static final int HISTORY = 10;
    private static TestRedis redis;

    private final UUID user = UUID.randomUUID();
    private final EventStreams streams = new EventStreams(redis.client(), EventFixtures.settings(HISTORY));

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void events_are_read_in_order_after_the_position_seen_last() {
        StreamPosition begin = now();
        TaskEvent first = event(user, "waiting");
        TaskEvent second = event(user, "queued");
        TaskEvent third = event(user, "running");

        streams.append(List.of(first, second));
        CatchUpPage two = read(begin);
        streams.append(List.of(third));
        CatchUpPage one = read(two.position());

        assertThat(two.recovered()).isTrue();
        assertThat(two.events()).extracting(StoredEvent::taskId).containsExactly(first.taskId(), second.taskId());
        assertThat(one.events()).extracting(StoredEvent::kind).containsExactly("running");
        assertThat(one.events().get(0))
                .isEqualTo(new StoredEvent(one.position(), "running", third.taskId(), NOW, third.data()));
        assertThat(read(one.position()).events()).isEmpty();
    }

    @Test
    void a_position_survives_being_text() {
        streams.append(events(user, 3));

        StreamPosition position = now();

        assertThat(StreamPosition.parse(position.toString())).contains(position);
        assertThat(StreamPosition.parse("0-1")).isEmpty();
    }

    @Test
    void each_user_has_a_stream_of_their_own() {
        UUID other = UUID.randomUUID();
        Map<UUID, StreamPosition> begin = new LinkedHashMap<>();
        begin.put(user, now());
        begin.put(other, streams.read(other, null, HISTORY).position());

        streams.append(List.of(event(user, "waiting"), event(other, "failed"), event(user, "queued")));

        List<CatchUpPage> answers = streams.read(begin, HISTORY);
        assertThat(answers.get(0).events()).extracting(StoredEvent::kind).containsExactly("waiting", "queued");
        assertThat(answers.get(1).events()).extracting(StoredEvent::kind).containsExactly("failed");
    }

    @Test
    void a_long_absence_is_read_in_pages() {
        StreamPosition begin = now();
        streams.append(events(user, 5));

        CatchUpPage part = streams.read(user, begin, 3);
        CatchUpPage rest = streams.read(user, part.position(), 3);

        assertThat(part.more()).isTrue();
        assertThat(part.events()).hasSize(3);
        assertThat(rest.more()).isFalse();
        assertThat(rest.events()).hasSize(2);
    }

    @Test
    void a_position_older_than_the_history_is_a_gap() {
        StreamPosition begin = now();
        streams.append(events(user, 300));

        CatchUpPage answer = read(begin);

        assertThat(answer.recovered()).isFalse();
        assertThat(answer.events()).isEmpty();
        assertThat(answer.position()).isEqualTo(now());
        assertThat(redis.client().xlen(RedisNames.events(user.toString()))).isLessThan(300);
    }

    @Test
    void a_position_in_a_wiped_stream_is_a_gap() {
        streams.append(events(user, 3));
        StreamPosition seen = now();
        redis.client().flushAll();
        streams.append(events(user, 5));

        assertThat(read(seen).recovered()).isFalse();
        assertThat(read(seen).position().epoch()).isNotEqualTo(seen.epoch());
    }

    @Test
    void a_position_undone_by_a_failover_is_a_gap() {
        streams.append(events(user, 3));
        byte[] position = redis.client().dump(RedisNames.streamPosition(user.toString()));
        byte[] events = redis.client().dump(RedisNames.events(user.toString()));
        StreamPosition before = now();
        streams.append(events(user, 2));
        StreamPosition undone = now();
        restore(RedisNames.streamPosition(user.toString()), position);
        restore(RedisNames.events(user.toString()), events);

        streams.append(events(user, 2));

        assertThat(read(before).recovered()).isTrue();
        assertThat(read(undone).recovered()).isFalse();
        assertThat(read(before).recovered()).as("now that this is known").isFalse();
    }

    @Test
    void a_gap_starts_a_new_epoch() {
        streams.append(events(user, 3));
        StreamPosition seen = now();

        streams.markGap(List.of(user));
        CatchUpPage page = read(seen);
        streams.append(events(user, 2));

        assertThat(page.recovered()).isFalse();
        assertThat(read(page.position()).events()).hasSize(2);
    }

    @Test
    void a_gap_can_be_marked_for_all_users() {
        streams.append(List.of(event(user, "waiting")));
        StreamPosition seen = now();

        streams.markGapForAll();

        assertThat(read(seen).recovered()).isFalse();
    }

    @Test
    void an_idle_stream_expires() {
        streams.append(List.of(event(user, "waiting")));

        assertThat(redis.client().pttl(RedisNames.events(user.toString()))).isPositive();
        assertThat(redis.client().pttl(RedisNames.streamPosition(user.toString())))
                .isPositive();
    }

    @Test
    void an_append_while_redis_is_down_throws() {
        redis.goDown();
        try {
            assertThatThrownBy(() -> streams.append(events(user, 1))).isInstanceOf(JedisException.class);
        } finally {
            redis.comeBack();
        }
    }

    private StreamPosition now() {
        return read(null).position();
    }

    private CatchUpPage read(StreamPosition since) {
        return streams.read(user, since, HISTORY);
    }

    private static void restore(String key, byte[] dump) {
        redis.client().del(key);
        redis.client().restore(key, 0, dump);
    }
}
