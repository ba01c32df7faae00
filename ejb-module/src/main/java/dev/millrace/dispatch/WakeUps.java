package dev.millrace.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;

/**
 * Tells dispatchers that a queue has work or room: those of this node at once, those of others through Redis, off the
 * caller's thread. Only a hint: a dispatcher that misses it looks by itself soon.
 */
@ApplicationScoped
public class WakeUps implements Step {
    private final Set<String> unsent = ConcurrentHashMap.newKeySet();

    @Inject
    private UnifiedJedis redis;

    @Inject
    private Event<QueueWoken> wakeUps;

    /** Never waits, never fails. */
    public void wake(String queue) {
        unsent.add(queue);
        wakeUps.fire(new QueueWoken(queue));
    }

    /** Sends what is to be sent to other nodes. */
    @Override
    public Progress once() {
        for (String queue : unsent) {
            unsent.remove(queue);
            redis.publish(RedisNames.WAKE, queue);
        }
        return Progress.NONE;
    }
}
