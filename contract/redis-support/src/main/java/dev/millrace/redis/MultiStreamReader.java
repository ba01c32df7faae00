package dev.millrace.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * One consumer of the same group on many streams, read on one connection. Creates missing groups. Not for Redis Cluster,
 * where a call reaches the streams of one slot only.
 */
public final class MultiStreamReader {
    private final UnifiedJedis redis;
    private final String group;
    private final String consumer;

    public MultiStreamReader(UnifiedJedis redis, String group, String consumer) {
        this.redis = redis;
        this.group = group;
        this.consumer = consumer;
    }

    /**
     * Waits for new entries of any of the streams.
     *
     * @param count maximum number of entries of each
     * @param timeout as for {@link StreamReader#pollBlocking}
     * @return the entries by stream, without empty streams
     */
    public Map<String, List<StreamEntry>> pollBlocking(Collection<String> streams, int count, Duration timeout) {
        return poll(
                streams, XReadGroupParams.xReadGroupParams().count(count).block(Math.toIntExact(timeout.toMillis())));
    }

    /** Reads what is new in any of the streams; as {@link #pollBlocking}, without waiting. */
    public Map<String, List<StreamEntry>> poll(Collection<String> streams, int count) {
        return poll(streams, XReadGroupParams.xReadGroupParams().count(count));
    }

    private Map<String, List<StreamEntry>> poll(Collection<String> streams, XReadGroupParams params) {
        Map<String, StreamEntryID> positions = new HashMap<>();
        streams.forEach(stream -> positions.put(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
        try {
            return poll(positions, params);
        } catch (JedisDataException e) {
            if (!ConsumerGroup.isMissing(e)) {
                throw e;
            }
            streams.forEach(stream -> ConsumerGroup.create(redis, stream, group));
            return poll(positions, params);
        }
    }

    private Map<String, List<StreamEntry>> poll(Map<String, StreamEntryID> positions, XReadGroupParams params) {
        var reply = redis.xreadGroup(group, consumer, params, positions);
        Map<String, List<StreamEntry>> entries = new HashMap<>();
        if (reply != null) {
            reply.forEach(stream -> entries.put(stream.getKey(), stream.getValue()));
        }
        return entries;
    }
}
