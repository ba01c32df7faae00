package dev.millrace.redis;

import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** Creates the consumer group of a stream, and detects that Redis lost it. */
public final class ConsumerGroup {
    private ConsumerGroup() {}

    /** Creates a group that begins with the stream's first entry; does nothing if it exists. */
    public static void create(UnifiedJedis redis, String stream, String group) {
        try {
            redis.xgroupCreate(stream, group, new StreamEntryID(0, 0), true);
        } catch (JedisDataException e) {
            if (e.getMessage() == null || !e.getMessage().startsWith("BUSYGROUP")) {
                throw e;
            }
        }
    }

    /** @return whether the group is missing; UNBLOCKED: the stream was deleted during the wait */
    static boolean isMissing(JedisDataException e) {
        String message = e.getMessage();
        return message != null && (message.startsWith("NOGROUP") || message.startsWith("UNBLOCKED"));
    }
}
