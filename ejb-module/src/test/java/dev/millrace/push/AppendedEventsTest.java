package dev.millrace.push;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.redis.RedisSubscriber;
import dev.millrace.platform.redis.TestRedis;
import dev.millrace.task.TaskEvent;

import static dev.millrace.push.EventFixtures.NOW;
import static dev.millrace.push.EventFixtures.events;
import static org.assertj.core.api.Assertions.assertThat;

class AppendedEventsTest {
    private static final BlockingQueue<String> RECEIVED = new LinkedBlockingQueue<>();
    private static TestRedis redis;
    private static RedisSubscriber subscriber;

    private final UUID user = UUID.randomUUID();
    private final EventStreams streams = new EventStreams(redis.client(), EventFixtures.settings(1_000));

    @BeforeAll
    static void start() throws InterruptedException {
        redis = new TestRedis();
        CountDownLatch connected = new CountDownLatch(1);
        subscriber = new RedisSubscriber(
                        "test-appended",
                        redis.client(),
                        connected::countDown,
                        (channel, message) -> RECEIVED.add(message),
                        RedisNames.EVENTS_APPENDED)
                .start(Executors.defaultThreadFactory());
        assertThat(connected.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @AfterAll
    static void stop() {
        subscriber.close();
        redis.close();
    }

    @Test
    void published_events_equal_stored_events() throws InterruptedException {
        StreamPosition begin = now();

        streams.append(events(user, 3));

        String message = nextMessage();
        assertThat(AppendedEvents.parseUser(message)).contains(user);
        assertThat(AppendedEvents.parse(message).before()).isEqualTo(begin);
        assertThat(AppendedEvents.parse(message).events()).isEqualTo(storedSince(begin));
        assertThat(AppendedEvents.parse(message).after()).isEqualTo(now());
    }

    @Test
    void it_begins_where_the_last_one_ended() throws InterruptedException {
        StreamPosition begin = now();
        streams.append(events(user, 2));
        AppendedEvents first = AppendedEvents.parse(nextMessage());

        streams.append(events(user, 2));

        AppendedEvents second = AppendedEvents.parse(nextMessage());
        assertThat(first.followedBy(second)).isEqualTo(new AppendedEvents(begin, storedSince(begin)));
    }

    @Test
    void the_first_append_of_a_user_is_published() throws InterruptedException {
        streams.append(events(user, 1));

        AppendedEvents first = AppendedEvents.parse(nextMessage());

        assertThat(first.before().offset()).isZero();
        assertThat(first.after()).isEqualTo(now());
    }

    @Test
    void data_may_hold_any_json() throws InterruptedException {
        String data = "{\n\t\"text\": \"a,b;c|d \\u001e ü\"\r\n}";
        streams.append(List.of(new TaskEvent(user, "log", UUID.randomUUID(), NOW, data)));

        AppendedEvents appended = AppendedEvents.parse(nextMessage());

        assertThat(appended.events()).extracting(StoredEvent::data).containsExactly(data);
    }

    @Test
    void a_large_append_publishes_only_the_user() throws InterruptedException {
        String data = "\"" + "x".repeat(40_000) + "\"";
        streams.append(List.of(new TaskEvent(user, "log", UUID.randomUUID(), NOW, data)));

        String message = nextMessage();

        assertThat(message).isEqualTo(user.toString());
        assertThat(AppendedEvents.parse(message)).isEqualTo(AppendedEvents.UNKNOWN);
    }

    @Test
    void a_gap_publishes_no_events() throws InterruptedException {
        streams.markGap(List.of(user));

        assertThat(nextMessage()).isEqualTo(user.toString());
    }

    @Test
    void a_hole_makes_all_events_unknown() throws InterruptedException {
        streams.append(events(user, 1));
        AppendedEvents first = AppendedEvents.parse(nextMessage());
        streams.append(events(user, 1));
        nextMessage();
        streams.append(events(user, 1));

        AppendedEvents third = AppendedEvents.parse(nextMessage());

        assertThat(first.followedBy(third)).isEqualTo(AppendedEvents.UNKNOWN);
        assertThat(AppendedEvents.UNKNOWN.followedBy(third)).isEqualTo(AppendedEvents.UNKNOWN);
        assertThat(third.followedBy(AppendedEvents.UNKNOWN)).isEqualTo(AppendedEvents.UNKNOWN);
    }

    @Test
    void more_events_than_one_read_returns_are_unknown() throws InterruptedException {
        streams.append(events(user, AppendedEvents.MAX_EVENTS));
        AppendedEvents all = AppendedEvents.parse(nextMessage());
        streams.append(events(user, 1));

        assertThat(all.isKnown()).isTrue();
        assertThat(all.followedBy(AppendedEvents.parse(nextMessage()))).isEqualTo(AppendedEvents.UNKNOWN);
    }

    @Test
    void an_unreadable_message_is_unknown() {
        assertThat(AppendedEvents.parseUser("")).isEmpty();
        assertThat(AppendedEvents.parseUser("nobody")).isEmpty();
        assertThat(AppendedEvents.parse(user + "\u001eepoch")).isEqualTo(AppendedEvents.UNKNOWN);
        assertThat(AppendedEvents.parse(
                        String.join("\u001e", user.toString(), "e", "zero", "1", "2", "log", "?", "0", "{}")))
                .isEqualTo(AppendedEvents.UNKNOWN);
    }

    private StreamPosition now() {
        return streams.read(user, null, 1).position();
    }

    private List<StoredEvent> storedSince(StreamPosition since) {
        return streams.read(user, since, 1_000).events();
    }

    /** The next message about this test's user. */
    private String nextMessage() throws InterruptedException {
        String message;
        do {
            message = RECEIVED.poll(1, TimeUnit.MINUTES);
            assertThat(message).as("nothing was published").isNotNull();
        } while (!message.startsWith(user.toString()));
        return message;
    }
}
