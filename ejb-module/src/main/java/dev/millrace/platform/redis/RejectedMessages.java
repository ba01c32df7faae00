package dev.millrace.platform.redis;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;

/** Messages that servers and workers have set aside as unreadable, by stream. */
@ApplicationScoped
public class RejectedMessages {
    private static final Pattern ENTRY_ID = Pattern.compile("\\d{1,19}-\\d{1,19}");

    private UnifiedJedis redis;

    /** For the container. */
    protected RejectedMessages() {}

    @Inject
    public RejectedMessages(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * A message that was set aside.
     *
     * @param id of its entry
     * @param at when it was set aside, in epoch ms
     * @param reason for the rejection, for people
     * @param fields as it came, sorted by name
     */
    public record Message(String id, long at, String reason, SortedMap<String, String> fields) {}

    /**
     * @param stream their original one
     * @return the newest, newest first
     * @throws RedisUnavailable if Redis is unavailable
     */
    public List<Message> newest(String stream, int limit) {
        try {
            return redis.xrevrange(RedisNames.rejected(stream), (StreamEntryID) null, null, limit).stream()
                    .map(RejectedMessages::message)
                    .toList();
        } catch (JedisException e) {
            throw new RedisUnavailable(e);
        }
    }

    /**
     * @return the number of messages
     * @throws RedisUnavailable if Redis is unavailable
     */
    public long count(String stream) {
        try {
            return redis.xlen(RedisNames.rejected(stream));
        } catch (JedisException e) {
            throw new RedisUnavailable(e);
        }
    }

    /**
     * @return whether it existed
     * @throws RedisUnavailable if Redis is unavailable
     */
    public boolean delete(String stream, String id) {
        if (!ENTRY_ID.matcher(id).matches()) {
            return false;
        }
        try {
            return redis.xdel(RedisNames.rejected(stream), new StreamEntryID(id)) > 0;
        } catch (JedisException e) {
            throw new RedisUnavailable(e);
        }
    }

    private static Message message(StreamEntry entry) {
        SortedMap<String, String> fields = new TreeMap<>(entry.getFields());
        String reason = fields.remove("reason");
        return new Message(entry.getID().toString(), entry.getID().getTime(), reason == null ? "" : reason, fields);
    }
}
