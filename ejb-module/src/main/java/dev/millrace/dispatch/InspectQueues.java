package dev.millrace.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.node.NodeLog;

/** Inspects queues in Redis, for admins and operators. */
@ApplicationScoped
public class InspectQueues {
    private static final Logger LOG = NodeLog.of(InspectQueues.class);

    private UnifiedJedis redis;

    /** For the container. */
    protected InspectQueues() {}

    @Inject
    InspectQueues(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * A queue as Redis knows it.
     *
     * @param leader the node that leads it, null if none does
     * @param undelivered how many dispatches no worker has read yet
     */
    public record QueueInspection(String leader, int undelivered) {}

    /**
     * @return those of the queues that no node leads
     * @throws JedisException if Redis is unavailable
     */
    public Set<String> withoutLeader(Collection<String> queues) {
        return queues.stream()
                .filter(queue -> !redis.exists(RedisNames.lease(queue)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return empty while Redis is unavailable */
    public Map<String, QueueInspection> inspect(Collection<String> queues) {
        Map<String, QueueInspection> seen = new HashMap<>();
        try {
            for (String queue : queues) {
                String lease = redis.get(RedisNames.lease(queue));
                String leader = lease == null ? null : lease.substring(0, lease.lastIndexOf(':'));
                seen.put(queue, new QueueInspection(leader, new TaskStream(redis, queue).undelivered()));
            }
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "Failed to read the state of queues from Redis", e);
            return Map.of();
        }
        return seen;
    }
}
