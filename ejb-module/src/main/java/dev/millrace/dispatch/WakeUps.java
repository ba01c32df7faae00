package dev.millrace.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;

/**
 * Tells the dispatcher that a queue has work or room: that of this node at once, another that leads the queue through
 * Redis, off the caller's thread. Only a hint: a dispatcher that misses it looks by itself soon.
 */
@ApplicationScoped
public class WakeUps implements Step {
    private final Set<String> unsent = ConcurrentHashMap.newKeySet();
    private volatile Consumer<String> here = this::sendSoon;

    @Inject
    private UnifiedJedis redis;

    /** @param dispatcher of this node, given the queue; one that does not lead it {@linkplain #sendSoon sends it on} */
    void listen(Consumer<String> dispatcher) {
        here = dispatcher;
    }

    /** Never waits, never fails. */
    public void wake(String queue) {
        here.accept(queue);
    }

    void sendSoon(String queue) {
        unsent.add(queue);
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
