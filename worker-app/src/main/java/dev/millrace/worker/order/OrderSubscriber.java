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

/** Listens on the channels of orders until stopped. */
public final class OrderSubscriber implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderSubscriber.class);
    private static final long PAUSE_MILLIS = 500;

    private final Supplier<UnifiedJedis> connect;
    private final RedisFailures refusals;
    private final Consumer<Claim> stopTask;
    private final Consumer<WorkerOrder> obey;
    private final Consumer<TypeRejection> refused;
    private volatile Subscription ear = new Subscription();
    private volatile boolean stopped;

    /**
     * Makes a subscriber, which listens when it is run.
     *
     * @param connect opens a client for one subscription: its connection never gets among those that others use
     * @param stopTask told of each claim that is to be stopped, this worker's or not
     * @param obey told of each order, to this worker or not
     * @param refused told of each task type that servers refuse, of this worker or not
     */
    public OrderSubscriber(
            Supplier<UnifiedJedis> connect,
            RedisFailures refusals,
            Consumer<Claim> stopTask,
            Consumer<WorkerOrder> obey,
            Consumer<TypeRejection> refused) {
        this.refused = refused;
        this.connect = connect;
        this.refusals = refusals;
        this.stopTask = stopTask;
        this.obey = obey;
    }

    @Override
    public void run() {
        while (!stopped && !Thread.currentThread().isInterrupted()) {
            try (UnifiedJedis redis = connect.get()) {
                ear = new Subscription();
                redis.subscribe(ear, RedisNames.STOP_ORDERS, RedisNames.WORKER_ORDERS, RedisNames.REFUSED_TYPES);
            } catch (RuntimeException | Error e) {
                refusals.look(e);
                LOG.debug("hears no orders", e);
                pause();
            }
        }
    }

    /** Says something on the connection, so that one that has died silently is noticed; to be called often. */
    public void check() {
        if (ear.isSubscribed()) {
            try {
                ear.ping();
            } catch (RuntimeException | Error e) {
                LOG.debug("the connection for orders is broken", e);
            }
        }
    }

    public void stop() {
        stopped = true;
        try {
            if (ear.isSubscribed()) {
                ear.unsubscribe();
            }
        } catch (JedisException e) {
            LOG.debug("the connection for orders is broken", e);
        }
    }

    private void hear(String channel, String message) {
        try {
            if (channel.equals(RedisNames.STOP_ORDERS)) {
                stopTask.accept(Claim.parse(message));
            } else if (channel.equals(RedisNames.REFUSED_TYPES)) {
                refused.accept(TypeRejection.parse(message));
            } else {
                obey.accept(WorkerOrder.parse(message));
            }
        } catch (UnreadableMessage e) {
            LOG.warn("an order on {} is ignored: {}", channel, e.getMessage());
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
            hear(channel, message);
        }
    }
}
