package dev.millrace.platform.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;

import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;

/**
 * Subscribes to channels and subscribes again after a lost connection. Pings to detect dead connections. Messages published
 * meanwhile are lost.
 */
public final class RedisSubscriber implements AutoCloseable {
    private static final Logger LOG = NodeLog.of(RedisSubscriber.class);

    /** Between two pings; shorter than {@link RedisClients#READ_TIMEOUT}. */
    private static final Duration PING = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final String name;
    private final UnifiedJedis redis;
    private final String[] channels;
    private final Runnable onSubscribed;
    private final BiConsumer<String, String> onMessage;
    private volatile Subscription subscription = new Subscription();
    private volatile boolean closed;
    private volatile boolean failing;
    private Loop subscribeLoop;
    private Loop pingLoop;

    /**
     * @param name of its threads
     * @param onSubscribed runs after each subscribe; messages published before may have been missed
     * @param onMessage receives channel and message; must not wait; a failure is logged and the next message comes
     */
    public RedisSubscriber(
            String name,
            UnifiedJedis redis,
            Runnable onSubscribed,
            BiConsumer<String, String> onMessage,
            String... channels) {
        this.name = name;
        this.redis = redis;
        this.onSubscribed = onSubscribed;
        this.onMessage = onMessage;
        this.channels = channels.clone();
    }

    public RedisSubscriber start(ThreadFactory threads) {
        subscribeLoop = new Loop(name, this::subscribeLoop, PAUSE);
        subscribeLoop.start(threads);
        pingLoop = new Loop(name + "-ping", this::pingLoop, PING).start(threads);
        return this;
    }

    private StepResult subscribeLoop() {
        if (!closed) {
            subscription = new Subscription();
            try {
                subscribeLoop.waitUnwatched(() -> redis.subscribe(subscription, channels));
            } finally {
                subscription.ended.countDown();
            }
        }
        return StepResult.NONE;
    }

    private StepResult pingLoop() {
        if (subscription.isSubscribed()) {
            subscription.ping();
        }
        return StepResult.NONE;
    }

    @Override
    public void close() {
        closed = true;
        pingLoop.close();
        if (subscription.isSubscribed()) {
            subscription.unsubscribeOnce();
            subscription.awaitEnd();
        }
        subscribeLoop.close();
    }

    private final class Subscription extends JedisPubSub {
        private final AtomicBoolean unsubscribed = new AtomicBoolean();
        private final CountDownLatch ended = new CountDownLatch(1);

        /** Unsubscribes once and leaves no reply in the connection, which its next user would read. */
        void unsubscribeOnce() {
            if (isSubscribed() && unsubscribed.compareAndSet(false, true)) {
                unsubscribe();
            }
        }

        void awaitEnd() {
            try {
                ended.await(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onSubscribe(String channel, int subscribed) {
            if (closed) {
                unsubscribeOnce();
            } else if (subscribed == channels.length) {
                isolated(onSubscribed, "its subscription");
            }
        }

        @Override
        public void onMessage(String channel, String message) {
            isolated(() -> onMessage.accept(channel, message), channel);
        }
    }

    /** An error thrown on would end the subscription and leave its replies in the connection for its next user. */
    private void isolated(Runnable call, String about) {
        try {
            subscribeLoop.runWatched(call);
            failing = false;
        } catch (Throwable e) {
            LOG.log(
                    failing ? Level.DEBUG : Level.WARNING,
                    "Subscriber " + name + " failed on a message of " + about,
                    e);
            failing = true;
        }
    }
}
