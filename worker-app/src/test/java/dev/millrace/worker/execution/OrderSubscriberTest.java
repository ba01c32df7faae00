package dev.millrace.worker.execution;

import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.worker.order.OrderSubscriber;
import dev.millrace.worker.redis.RedisFailures;
import dev.millrace.worker.thread.UninterruptibleThread;

import static org.assertj.core.api.Assertions.assertThat;

class OrderSubscriberTest {
    @RegisterExtension
    final RedisTestBed testBed = new RedisTestBed();

    private final Queue<Claim> received = new ConcurrentLinkedQueue<>();
    private OrderSubscriber orders;

    @BeforeEach
    void listen_and_fail_at_each_order() {
        orders = new OrderSubscriber(
                testBed::open, new RedisFailures(() -> {}), this::fail, order -> {}, rejection -> {});
        new UninterruptibleThread("orders", orders).start();
    }

    @AfterEach
    void stop() {
        orders.stop();
    }

    @Test
    void a_subscription_that_fails_leaves_no_subscribed_connection_behind() {
        for (int failures = 1; failures <= 3; failures++) {
            int expected = failures;
            testBed.eventually().until(() -> subscribers() == 1);
            testBed.orderToStop(new Claim(UUID.randomUUID(), 1));
            testBed.eventually().until(() -> received.size() == expected);
        }

        testBed.eventually().until(() -> subscribers() == 1);
        assertThat(received).hasSize(3);
    }

    private void fail(Claim claim) {
        received.add(claim);
        throw new StackOverflowError("a listener's");
    }

    private long subscribers() {
        return testBed.redis().publish(RedisNames.REJECTED_TYPES, "unreadable");
    }
}
