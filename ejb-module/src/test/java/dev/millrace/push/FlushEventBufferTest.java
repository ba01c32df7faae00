package dev.millrace.push;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.redis.TestRedis;

import static dev.millrace.push.EventFixtures.event;
import static dev.millrace.push.EventFixtures.events;
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
    void events_buffered_during_an_outage_are_written_afterwards() {
        EventBuffer unsent = new EventBuffer(1_000_000, 10);
        FlushEventBuffer flush = new FlushEventBuffer(unsent, streams);
        unsent.add(List.of(event(user, "waiting")));
        redis.goDown();
        assertThatThrownBy(flush::once).isInstanceOf(JedisException.class);
        unsent.add(List.of(event(user, "queued")));
        redis.comeBack();
        StreamPosition begin = now(user);

        flush.once();

        assertThat(streams.read(user, begin, 10).events())
                .extracting(StoredEvent::kind)
                .containsExactly("waiting", "queued");
        assertThat(unsent.oldest(10)).isEmpty();
    }

    @Test
    void owners_of_dropped_events_see_a_gap() {
        StreamPosition seen = now(user);
        StreamPosition seenByOther = now(other);
        EventBuffer unsent = new EventBuffer(ROOM_FOR_TWO, 10);
        unsent.add(events(other, 2));
        unsent.add(events(user, 1));

        new FlushEventBuffer(unsent, streams).once();

        assertThat(streams.read(user, seen, 10).recovered()).isFalse();
        assertThat(streams.read(other, seenByOther, 10).events()).hasSize(2);
        assertThat(unsent.missedUsers().isEmpty()).isTrue();
    }

    @Test
    void an_event_that_cannot_be_written_is_dropped_with_a_gap_for_its_owner_and_the_others_are_written() {
        StreamPosition seenByOther = now(other);
        redis.client().set(RedisNames.streamPosition(user.toString()), "no hash");
        EventBuffer unsent = new EventBuffer(1_000_000, 10);
        unsent.add(List.of(event(user, "waiting"), event(other, "waiting")));
        FlushEventBuffer flush = new FlushEventBuffer(unsent, streams);

        flush.once();

        assertThat(streams.read(other, seenByOther, 10).events()).hasSize(1);
        assertThat(unsent.oldest(10)).isEmpty();
        assertThat(unsent.missedUsers().users()).containsExactly(user);
        assertThat(flush.once()).isEqualTo(StepResult.NONE);
        assertThat(unsent.missedUsers().isEmpty())
                .as("who cannot be told either holds up nobody")
                .isTrue();
    }

    @Test
    void too_many_owners_of_dropped_events_make_a_gap_for_all() {
        StreamPosition seen = now(user);
        StreamPosition seenByOther = now(other);
        EventBuffer unsent = new EventBuffer(0, 1);
        unsent.add(events(user, 1));
        unsent.add(events(UUID.randomUUID(), 1));

        new FlushEventBuffer(unsent, streams).once();

        assertThat(streams.read(user, seen, 10).recovered()).isFalse();
        assertThat(streams.read(other, seenByOther, 10).recovered()).isFalse();
    }

    private StreamPosition now(UUID whose) {
        return streams.read(whose, null, 1).position();
    }
}
