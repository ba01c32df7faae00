package dev.millrace.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;

/**
 * Tells the dispatcher that a queue has work or room: that of this node at once, another that leads the queue through
 * Redis, off the caller's thread. Only a hint: a dispatcher that misses it looks by itself soon.
 */
@ApplicationScoped
public class WakeUps implements Step {
    /** @param channel what it is about: {@link RedisNames#WAKE_UPS} or {@link RedisNames#CAPACITY_FREED} */
    record WakeUp(String channel, String queue) {}

    private final Set<WakeUp> unsent = ConcurrentHashMap.newKeySet();
    private volatile Consumer<WakeUp> localDispatcher = this::publishLater;

    @Inject
    private UnifiedJedis redis;

    /** @param dispatcher of this node; one that does not lead the queue {@linkplain #publishLater sends it on} */
    void attach(Consumer<WakeUp> dispatcher) {
        localDispatcher = dispatcher;
    }

    /** Tasks of the queue may be dispatched now that could not before. Never waits, never fails. */
    public void workAvailable(String queue) {
        localDispatcher.accept(new WakeUp(RedisNames.WAKE_UPS, queue));
    }

    /** Tasks of the queue have ended, so others may go; there are no new ones. Never waits, never fails. */
    public void capacityFreed(String queue) {
        localDispatcher.accept(new WakeUp(RedisNames.CAPACITY_FREED, queue));
    }

    void publishLater(WakeUp wakeUp) {
        unsent.add(wakeUp);
    }

    /** Sends what is to be sent to other nodes. */
    @Override
    public Progress once() {
        for (WakeUp wakeUp : unsent) {
            unsent.remove(wakeUp);
            redis.publish(wakeUp.channel(), wakeUp.queue());
        }
        return Progress.NONE;
    }
}
