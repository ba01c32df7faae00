package dev.millrace.platform.redis;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Tag("slow")
class RedisSubscriberTest {
    private final TestRedis redis = new TestRedis();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger connected = new AtomicInteger();
    private final RedisSubscriber subscriber = new RedisSubscriber(
                    "test-subscriber", redis.client(), connected::incrementAndGet, this::receive, "one", "two")
            .start(Executors.defaultThreadFactory());

    @AfterEach
    void close() {
        subscriber.close();
        redis.close();
    }

    @Test
    void it_receives_messages_of_each_channel() {
        await().until(() -> connected.get() == 1);

        redis.client().publish("one", "a");
        redis.client().publish("two", "b");
        redis.client().publish("three", "c");

        await().untilAsserted(() -> assertThat(received).containsExactly("one a", "two b"));
    }

    @Test
    void it_subscribes_again_after_a_lost_connection_and_reports_it() {
        await().until(() -> connected.get() == 1);

        redis.goDown();
        redis.comeBack();
        await().until(() -> connected.get() == 2);
        redis.client().publish("one", "again");

        await().untilAsserted(() -> assertThat(received).containsExactly("one again"));
    }

    @Test
    void a_failing_handler_loses_neither_the_next_message_nor_the_connection() {
        await().until(() -> connected.get() == 1);

        redis.client().publish("one", "too deep");
        redis.client().publish("one", "too deep");
        redis.client().publish("one", "shallow");

        await().untilAsserted(() -> assertThat(received).containsExactly("one shallow"));
        assertThat(connected).hasValue(1);
    }

    @Test
    void it_ends_when_it_is_closed() {
        await().until(() -> connected.get() == 1);

        subscriber.close();

        await().until(() -> redis.client().publish("one", "too late") == 0);
        assertThat(received).isEmpty();
    }

    private void receive(String channel, String message) {
        if (message.equals("too deep")) {
            throw new StackOverflowError(message);
        }
        received.add(channel + " " + message);
    }
}
