package dev.millrace.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XAutoClaimParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.ReportLimits;

/** One consumer of one stream's group. Creates a missing group. Not thread-safe. */
public final class StreamReader {
    private static final LuaScript ACKNOWLEDGE = LuaScript.load(StreamReader.class, "acknowledge_entries.lua");
    private static final StreamEntryID FIRST = new StreamEntryID(0, 0);
    private static final long MAX_REJECTED = 10_000;
    private static final int MAX_FIELDS = 50;
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_VALUE_LENGTH = 2_000;

    private final UnifiedJedis redis;
    private final String stream;
    private final String group;
    private final String consumer;

    public StreamReader(UnifiedJedis redis, String stream, String group, String consumer) {
        this.redis = redis;
        this.stream = stream;
        this.group = group;
        this.consumer = consumer;
    }

    /**
     * Waits for new entries.
     *
     * @param timeout must be shorter than the socket's timeout; an idle Redis may take up to 100 ms more, since it checks
     *     its clock that often
     */
    public List<StreamEntry> pollBlocking(int count, Duration timeout) {
        return poll(XReadGroupParams.xReadGroupParams().count(count).block(Math.toIntExact(timeout.toMillis())));
    }

    /** Reads new entries without waiting. */
    public List<StreamEntry> poll(int count) {
        return poll(XReadGroupParams.xReadGroupParams().count(count));
    }

    /** Reads this consumer's pending entries again, such as those of a lost reply; a deleted entry has null as fields. */
    public List<StreamEntry> pollOwn(int count) {
        return poll(XReadGroupParams.xReadGroupParams().count(count), FIRST);
    }

    private List<StreamEntry> poll(XReadGroupParams params) {
        return poll(params, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
    }

    private List<StreamEntry> poll(XReadGroupParams params, StreamEntryID from) {
        return withGroup(() -> {
            var reply = redis.xreadGroup(group, consumer, params, Map.of(stream, from));
            return reply == null || reply.isEmpty() ? List.of() : reply.get(0).getValue();
        });
    }

    /** Claims entries that other consumers read and did not acknowledge for {@code idle}. */
    public List<StreamEntry> claimIdle(int count, Duration idle) {
        return withGroup(() -> redis.xautoclaim(
                        stream,
                        group,
                        consumer,
                        idle.toMillis(),
                        FIRST,
                        XAutoClaimParams.xAutoClaimParams().count(count))
                .getValue());
    }

    /** Acknowledges and deletes, both or neither. */
    public void acknowledge(List<StreamEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of(group));
        entries.forEach(entry -> arguments.add(entry.getID().toString()));
        ACKNOWLEDGE.run(redis, List.of(stream), arguments);
    }

    /** Moves an unreadable entry to the stream of rejected messages, with the reason; long values are cut. */
    public void setAside(StreamEntry entry, String reason) {
        Map<String, String> fields = new HashMap<>();
        entry.getFields().entrySet().stream()
                .limit(MAX_FIELDS)
                .forEach(field -> fields.put(
                        ReportLimits.truncate(field.getKey(), MAX_NAME_LENGTH),
                        ReportLimits.truncate(field.getValue(), MAX_VALUE_LENGTH)));
        fields.put("reason", ReportLimits.truncate(reason, MAX_VALUE_LENGTH));
        XAddParams capped = XAddParams.xAddParams().maxLen(MAX_REJECTED).approximateTrimming();
        redis.xadd(RedisNames.rejected(stream), capped, fields);
        acknowledge(List.of(entry));
    }

    private <T> T withGroup(Supplier<T> call) {
        try {
            return call.get();
        } catch (JedisDataException e) {
            if (!ConsumerGroup.isMissing(e)) {
                throw e;
            }
            ConsumerGroup.create(redis, stream, group);
            return call.get();
        }
    }
}
