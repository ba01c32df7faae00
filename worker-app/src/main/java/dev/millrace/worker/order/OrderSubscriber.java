package dev.millrace.worker.order;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TypeRejection;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.contract.WorkerOrder;
import dev.millrace.worker.redis.RedisFailures;

/** Subscribes to the channels of orders until stopped. */
public final class OrderSubscriber implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderSubscriber.class);
    private static final long PAUSE_MILLIS = 500;

    private final Supplier<UnifiedJedis> connect;
    private final RedisFailures failures;
    private final Consumer<Claim> onStopOrder;
    private final Consumer<WorkerOrder> onWorkerOrder;
    private final Consumer<TypeRejection> onTypeRejected;
    private volatile Subscription subscription = new Subscription();
    private volatile boolean stopped;

    /**
     * Makes a subscriber, which subscribes when it runs.
     *
     * @param connect opens a client for one subscription, which no other code uses
     * @param onStopOrder called for each claim to stop, this worker's or not
     * @param onWorkerOrder called for each order, to this worker or not
     * @param onTypeRejected called for each task type that servers reject, of this worker or not
     */
    public OrderSubscriber(
            Supplier<UnifiedJedis> connect,
            RedisFailures failures,
            Consumer<Claim> onStopOrder,
            Consumer<WorkerOrder> onWorkerOrder,
            Consumer<TypeRejection> onTypeRejected) {
        this.onTypeRejected = onTypeRejected;
        this.connect = connect;
        this.failures = failures;
        this.onStopOrder = onStopOrder;
        this.onWorkerOrder = onWorkerOrder;
    }

    @Override
    public void run() {
        while (!stopped && !Thread.currentThread().isInterrupted()) {
            try (UnifiedJedis redis = connect.get()) {
                subscription = new Subscription();
                redis.subscribe(
                        subscription, RedisNames.STOP_ORDERS, RedisNames.WORKER_ORDERS, RedisNames.REJECTED_TYPES);
            } catch (RuntimeException | Error e) {
                failures.record(e);
                LOG.debug("Subscription to orders lost", e);
                pause();
            }
        }
    }

    /** Pings the connection, so that the subscriber notices a dead one; the caller repeats it often. */
    public void ping() {
        if (subscription.isSubscribed()) {
            try {
                subscription.ping();
            } catch (RuntimeException | Error e) {
                LOG.debug("Subscription to orders lost", e);
            }
        }
    }

    public void stop() {
        stopped = true;
        try {
            if (subscription.isSubscribed()) {
                subscription.unsubscribe();
            }
        } catch (JedisException e) {
            LOG.debug("Subscription to orders lost", e);
        }
    }

    private void receive(String channel, String message) {
        try {
            if (channel.equals(RedisNames.STOP_ORDERS)) {
                onStopOrder.accept(Claim.parse(message));
            } else if (channel.equals(RedisNames.REJECTED_TYPES)) {
                onTypeRejected.accept(TypeRejection.parse(message));
            } else {
                onWorkerOrder.accept(WorkerOrder.parse(message));
            }
        } catch (UnreadableMessage e) {
            LOG.warn("Ignored an order on {}: {}", channel, e.getMessage());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Subscription extends JedisPubSub {
        @Override
        public void onMessage(String channel, String message) {
            receive(channel, message);
        }
    }
}
