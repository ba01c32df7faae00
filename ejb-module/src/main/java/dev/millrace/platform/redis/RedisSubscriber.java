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
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.node.NodeLog;

/**
 * Hears what is published on some channels, anew when the connection is lost. Pings now and then, so that a connection
 * whose other end has gone without a word is noticed. What is said while it is not connected is not heard.
 */
public final class RedisSubscriber implements AutoCloseable {
    private static final Logger LOG = NodeLog.of(RedisSubscriber.class);

    /** Between two pings; shorter than {@link RedisClients#SILENCE}. */
    private static final Duration PING = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final UnifiedJedis redis;
    private final String[] channels;
    private final Runnable connected;
    private final BiConsumer<String, String> heard;
    private volatile Subscription subscription = new Subscription();
    private volatile boolean closed;
    private volatile boolean unheard;
    private Loop listening;
    private Loop pinging;

    /**
     * @param name of its threads
     * @param connected run whenever it begins to hear; what was missed until then has to be looked for
     * @param heard given the channel and the message; must not wait; what it throws is told, and the next message comes
     */
    public RedisSubscriber(
            String name, UnifiedJedis redis, Runnable connected, BiConsumer<String, String> heard, String... channels) {
        this.name = name;
        this.redis = redis;
        this.connected = connected;
        this.heard = heard;
        this.channels = channels.clone();
    }

    public RedisSubscriber start(ThreadFactory threads) {
        listening = new Loop(name, this::listen, PAUSE);
        listening.start(threads);
        pinging = new Loop(name + "-ping", this::ping, PING).start(threads);
        return this;
    }

    private Progress listen() {
        if (!closed) {
            subscription = new Subscription();
            try {
                listening.listens(() -> redis.subscribe(subscription, channels));
            } finally {
                subscription.over.countDown();
            }
        }
        return Progress.NONE;
    }

    private Progress ping() {
        if (subscription.isSubscribed()) {
            subscription.ping();
        }
        return Progress.NONE;
    }

    @Override
    public void close() {
        closed = true;
        pinging.close();
        if (subscription.isSubscribed()) {
            subscription.leave();
            subscription.awaitEnd();
        }
        listening.close();
    }

    private final class Subscription extends JedisPubSub {
        private final AtomicBoolean left = new AtomicBoolean();
        private final CountDownLatch over = new CountDownLatch(1);

        /** Once only, and all answers are waited for: one left in the connection would be read by its next user. */
        void leave() {
            if (isSubscribed() && left.compareAndSet(false, true)) {
                unsubscribe();
            }
        }

        void awaitEnd() {
            try {
                over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onSubscribe(String channel, int subscribed) {
            if (closed) {
                leave();
            } else if (subscribed == channels.length) {
                guarded(connected, "that it is connected");
            }
        }

        @Override
        public void onMessage(String channel, String message) {
            guarded(() -> heard.accept(channel, message), channel);
        }
    }

    /** Thrown on, an error would end the subscription and leave its answers in the connection for its next user. */
    private void guarded(Runnable call, String about) {
        try {
            listening.hears(call);
            unheard = false;
        } catch (Throwable e) {
            LOG.log(unheard ? Level.DEBUG : Level.WARNING, name + " failed at what it heard of " + about, e);
            unheard = true;
        }
    }
}
