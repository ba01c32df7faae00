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
import static dev.millrace.push.EventFixtures.several;
import static org.assertj.core.api.Assertions.assertThat;

class AppendedEventsTest {
    private static final BlockingQueue<String> HEARD = new LinkedBlockingQueue<>();
    private static TestRedis redis;
    private static RedisSubscriber ear;

    private final UUID user = UUID.randomUUID();
    private final EventStreams streams = new EventStreams(redis.client(), EventFixtures.settings(1_000));

    @BeforeAll
    static void start() throws InterruptedException {
        redis = new TestRedis();
        CountDownLatch connected = new CountDownLatch(1);
        ear = new RedisSubscriber(
                        "test-growth",
                        redis.client(),
                        connected::countDown,
                        (channel, message) -> HEARD.add(message),
                        RedisNames.EVENTS_APPENDED)
                .start(Executors.defaultThreadFactory());
        assertThat(connected.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @AfterAll
    static void stop() {
        ear.close();
        redis.close();
    }

    @Test
    void what_is_told_is_what_lies_in_the_stream() throws InterruptedException {
        StreamPosition begin = now();

        streams.append(several(user, 3));

        String message = heard();
        assertThat(AppendedEvents.userIn(message)).contains(user);
        assertThat(AppendedEvents.in(message).before()).isEqualTo(begin);
        assertThat(AppendedEvents.in(message).events()).isEqualTo(events(begin));
        assertThat(AppendedEvents.in(message).after()).isEqualTo(now());
    }

    @Test
    void it_begins_where_the_last_one_ended() throws InterruptedException {
        StreamPosition begin = now();
        streams.append(several(user, 2));
        AppendedEvents first = AppendedEvents.in(heard());

        streams.append(several(user, 2));

        AppendedEvents second = AppendedEvents.in(heard());
        assertThat(first.and(second)).isEqualTo(new AppendedEvents(begin, events(begin)));
    }

    @Test
    void the_first_append_of_a_user_is_told_too() throws InterruptedException {
        streams.append(several(user, 1));

        AppendedEvents first = AppendedEvents.in(heard());

        assertThat(first.before().offset()).isZero();
        assertThat(first.after()).isEqualTo(now());
    }

    @Test
    void data_may_hold_whatever_json_holds() throws InterruptedException {
        String data = "{\n\t\"text\": \"a,b;c|d \\u001e ü\"\r\n}";
        streams.append(List.of(new TaskEvent(user, "log", UUID.randomUUID(), NOW, data)));

        AppendedEvents growth = AppendedEvents.in(heard());

        assertThat(growth.events()).extracting(StoredEvent::data).containsExactly(data);
    }

    @Test
    void much_is_not_told_but_that_there_is_something() throws InterruptedException {
        String data = "\"" + "x".repeat(40_000) + "\"";
        streams.append(List.of(new TaskEvent(user, "log", UUID.randomUUID(), NOW, data)));

        String message = heard();

        assertThat(message).isEqualTo(user.toString());
        assertThat(AppendedEvents.in(message)).isEqualTo(AppendedEvents.UNKNOWN);
    }

    @Test
    void a_break_tells_nothing_else() throws InterruptedException {
        streams.breakStreams(List.of(user));

        assertThat(heard()).isEqualTo(user.toString());
    }

    @Test
    void a_hole_makes_all_of_it_unknown() throws InterruptedException {
        streams.append(several(user, 1));
        AppendedEvents first = AppendedEvents.in(heard());
        streams.append(several(user, 1));
        heard();
        streams.append(several(user, 1));

        AppendedEvents third = AppendedEvents.in(heard());

        assertThat(first.and(third)).isEqualTo(AppendedEvents.UNKNOWN);
        assertThat(AppendedEvents.UNKNOWN.and(third)).isEqualTo(AppendedEvents.UNKNOWN);
        assertThat(third.and(AppendedEvents.UNKNOWN)).isEqualTo(AppendedEvents.UNKNOWN);
    }

    @Test
    void more_than_one_read_gives_is_not_kept() throws InterruptedException {
        streams.append(several(user, AppendedEvents.MOST_EVENTS));
        AppendedEvents all = AppendedEvents.in(heard());
        streams.append(several(user, 1));

        assertThat(all.isKnown()).isTrue();
        assertThat(all.and(AppendedEvents.in(heard()))).isEqualTo(AppendedEvents.UNKNOWN);
    }

    @Test
    void what_nobody_can_understand_is_unknown() {
        assertThat(AppendedEvents.userIn("")).isEmpty();
        assertThat(AppendedEvents.userIn("nobody")).isEmpty();
        assertThat(AppendedEvents.in(user + "\u001eepoch")).isEqualTo(AppendedEvents.UNKNOWN);
        assertThat(AppendedEvents.in(
                        String.join("\u001e", user.toString(), "e", "zero", "1", "2", "log", "?", "0", "{}")))
                .isEqualTo(AppendedEvents.UNKNOWN);
    }

    private StreamPosition now() {
        return streams.read(user, null, 1).position();
    }

    private List<StoredEvent> events(StreamPosition since) {
        return streams.read(user, since, 1_000).events();
    }

    /** The next message about this test's user. */
    private String heard() throws InterruptedException {
        String message;
        do {
            message = HEARD.poll(1, TimeUnit.MINUTES);
            assertThat(message).as("nothing was published").isNotNull();
        } while (!message.startsWith(user.toString()));
        return message;
    }
}
