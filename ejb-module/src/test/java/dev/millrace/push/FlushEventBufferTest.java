package dev.millrace.push;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.redis.TestRedis;

import static dev.millrace.push.EventFixtures.several;
import static dev.millrace.push.EventFixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FlushEventBufferTest {
    private static final int ROOM_FOR_TWO = 500;
    private static TestRedis redis;

    private final UUID user = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final EventStreams streams = new EventStreams(redis.client(), EventFixtures.settings(100));

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void what_came_while_redis_was_away_is_written_when_it_is_back() {
        EventBuffer unsent = new EventBuffer(1_000_000, 10);
        FlushEventBuffer flush = new FlushEventBuffer(unsent, streams);
        unsent.add(List.of(to(user, "waiting")));
        redis.goAway();
        assertThatThrownBy(flush::once).isInstanceOf(JedisException.class);
        unsent.add(List.of(to(user, "queued")));
        redis.comeBack();
        StreamPosition begin = now(user);

        flush.once();

        assertThat(streams.read(user, begin, 10).events())
                .extracting(StoredEvent::kind)
                .containsExactly("waiting", "queued");
        assertThat(unsent.oldest(10)).isEmpty();
    }

    @Test
    void those_whose_events_did_not_fit_are_told() {
        StreamPosition seen = now(user);
        StreamPosition seenByOther = now(other);
        EventBuffer unsent = new EventBuffer(ROOM_FOR_TWO, 10);
        unsent.add(several(other, 2));
        unsent.add(several(user, 1));

        new FlushEventBuffer(unsent, streams).once();

        assertThat(streams.read(user, seen, 10).recovered()).isFalse();
        assertThat(streams.read(other, seenByOther, 10).events()).hasSize(2);
        assertThat(unsent.missed().isNobody()).isTrue();
    }

    @Test
    void an_event_that_cannot_be_written_is_dropped_its_owner_told_and_the_others_are_written() {
        StreamPosition seenByOther = now(other);
        redis.client().set(RedisNames.position(user.toString()), "no hash");
        EventBuffer unsent = new EventBuffer(1_000_000, 10);
        unsent.add(List.of(to(user, "waiting"), to(other, "waiting")));
        FlushEventBuffer flush = new FlushEventBuffer(unsent, streams);

        flush.once();

        assertThat(streams.read(other, seenByOther, 10).events()).hasSize(1);
        assertThat(unsent.oldest(10)).isEmpty();
        assertThat(unsent.missed().users()).containsExactly(user);
        assertThat(flush.once()).isEqualTo(Progress.NONE);
        assertThat(unsent.missed().isNobody())
                .as("who cannot be told either holds up nobody")
                .isTrue();
    }

    @Test
    void everybody_is_told_when_those_who_missed_something_are_too_many() {
        StreamPosition seen = now(user);
        StreamPosition seenByOther = now(other);
        EventBuffer unsent = new EventBuffer(0, 1);
        unsent.add(several(user, 1));
        unsent.add(several(UUID.randomUUID(), 1));

        new FlushEventBuffer(unsent, streams).once();

        assertThat(streams.read(user, seen, 10).recovered()).isFalse();
        assertThat(streams.read(other, seenByOther, 10).recovered()).isFalse();
    }

    private StreamPosition now(UUID whose) {
        return streams.read(whose, null, 1).position();
    }
}
