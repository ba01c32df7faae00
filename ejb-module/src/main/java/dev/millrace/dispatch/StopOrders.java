package dev.millrace.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.platform.node.NodeLog;

/** Orders workers to stop claims. Only a wake-up: the queue's leader repeats it while a worker goes on. */
@ApplicationScoped
public class StopOrders {
    private static final Logger LOG = NodeLog.of(StopOrders.class);

    private UnifiedJedis redis;

    /** For the container. */
    protected StopOrders() {}

    @Inject
    StopOrders(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Never fails; after an outage of Redis the queue's leader repeats the order. */
    public void send(Collection<Claim> claims) {
        try {
            claims.forEach(claim -> redis.publish(RedisNames.STOP_ORDERS, claim.toString()));
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "Failed to send stop orders; the leader repeats them", e);
        }
    }

    /**
     * Deletes dispatches from their queue's stream and sends a stop order to workers that have read them already. Never
     * fails, as above.
     */
    public void withdraw(String queue, Set<Claim> claims) {
        try {
            new TaskStream(redis, queue).withdraw(claims);
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "Failed to withdraw dispatches; sending stop orders", e);
        }
        send(claims);
    }
}
