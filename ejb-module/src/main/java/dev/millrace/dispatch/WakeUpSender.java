package dev.millrace.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;

/**
 * Wakes the dispatcher when a queue has work or capacity. It wakes this node's dispatcher at once, and another leader's
 * through Redis, off the caller's thread. Only a wake-up: a dispatcher that misses it polls soon.
 */
@ApplicationScoped
public class WakeUpSender implements Step {
    /** @param channel of the wake-up: {@link RedisNames#WAKE_UPS} or {@link RedisNames#CAPACITY_FREED} */
    record WakeUp(String channel, String queue) {}

    private final Set<WakeUp> unsent = ConcurrentHashMap.newKeySet();
    private volatile Consumer<WakeUp> localDispatcher = this::publishLater;

    private UnifiedJedis redis;

    /** For the container. */
    protected WakeUpSender() {}

    @Inject
    WakeUpSender(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** @param dispatcher of this node; one that does not lead the queue {@linkplain #publishLater sends it on} */
    void attach(Consumer<WakeUp> dispatcher) {
        localDispatcher = dispatcher;
    }

    /** The queue has tasks that can be dispatched and could not before. Never waits, never fails. */
    public void workAvailable(String queue) {
        localDispatcher.accept(new WakeUp(RedisNames.WAKE_UPS, queue));
    }

    /** Tasks of the queue have finished, so others may follow; there are no new ones. Never waits, never fails. */
    public void capacityFreed(String queue) {
        localDispatcher.accept(new WakeUp(RedisNames.CAPACITY_FREED, queue));
    }

    void publishLater(WakeUp wakeUp) {
        unsent.add(wakeUp);
    }

    /** Sends the collected wake-ups to other nodes. */
    @Override
    public StepResult once() {
        for (WakeUp wakeUp : unsent) {
            unsent.remove(wakeUp);
            redis.publish(wakeUp.channel(), wakeUp.queue());
        }
        return StepResult.NONE;
    }
}
