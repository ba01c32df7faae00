package dev.millrace.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import redis.clients.jedis.ScanIteration;
import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;
import dev.millrace.redis.LuaScript;
import dev.millrace.redis.LuaScript.Call;
import dev.millrace.task.TaskEvent;

/** Each user's capped stream of events in Redis. Methods throw Jedis' exceptions when Redis is unavailable. */
final class EventStreams {
    private static final Logger LOG = NodeLog.of(EventStreams.class);
    private static final LuaScript APPEND = LuaScript.load(EventStreams.class, "append_events.lua");
    private static final LuaScript READ = LuaScript.load(EventStreams.class, "read_events.lua");
    private static final LuaScript MARK_GAP = LuaScript.load(EventStreams.class, "mark_gap.lua");
    private static final int EVENTS_PER_CALL = 200;
    private static final int MAX_PUBLISHED_BYTES = 32_000;
    private static final int KEYS_PER_SCAN = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UnifiedJedis redis;
    private final String history;
    private final String timeToLive;

    EventStreams(UnifiedJedis redis, PushSettings settings) {
        this.redis = redis;
        this.history = Integer.toString(settings.history());
        this.timeToLive = Long.toString(settings.historyTtl().toMillis());
    }

    /**
     * Appends each event to its owner's stream, in the order given, and publishes a message for each owner. A small message
     * contains the events, a large one only the owner.
     */
    void append(Collection<TaskEvent> events) {
        Map<UUID, List<TaskEvent>> byOwner = new LinkedHashMap<>();
        events.forEach(event -> byOwner.computeIfAbsent(event.owner(), owner -> new ArrayList<>())
                .add(event));
        List<Call> calls = new ArrayList<>();
        byOwner.forEach((owner, own) -> {
            for (int i = 0; i < own.size(); i += EVENTS_PER_CALL) {
                calls.add(appendCall(owner, own.subList(i, Math.min(own.size(), i + EVENTS_PER_CALL))));
            }
        });
        APPEND.runAll(redis, calls);
    }

    /**
     * Reads the events after a position.
     *
     * @param since null = from now on
     * @param limit maximum number of events
     */
    CatchUpPage read(UUID user, StreamPosition since, int limit) {
        return parsePage(READ.run(redis, keys(user), readArguments(since, limit)), since);
    }

    /** Reads for many users in one pipeline. Pages are in the order of {@code since}. */
    List<CatchUpPage> read(Map<UUID, StreamPosition> since, int limit) {
        List<Call> calls = new ArrayList<>();
        since.forEach((user, position) -> calls.add(new Call(keys(user), readArguments(position, limit))));
        List<Object> replies = READ.runAll(redis, calls);
        List<CatchUpPage> pages = new ArrayList<>();
        for (StreamPosition position : since.values()) {
            pages.add(parsePage(replies.get(pages.size()), position));
        }
        return pages;
    }

    /** Marks a gap in these users' streams, so that their clients read the tasks again. A failure of one user is logged. */
    void markGap(Collection<UUID> users) {
        try {
            markGaps(users);
        } catch (RuntimeException | Error e) {
            Outage.rethrow(e);
            users.forEach(this::markGapOneByOne);
        }
    }

    private void markGapOneByOne(UUID user) {
        try {
            markGaps(List.of(user));
        } catch (RuntimeException | Error e) {
            Outage.rethrow(e);
            LOG.log(Level.WARNING, "Failed to mark a gap in the events of user " + user, e);
        }
    }

    private void markGaps(Collection<UUID> users) {
        MARK_GAP.runAll(
                redis,
                users.stream()
                        .map(user -> new Call(
                                keys(user),
                                List.of(newEpoch(), timeToLive, RedisNames.EVENTS_APPENDED, user.toString())))
                        .toList());
    }

    /** Marks a gap in the streams of all users. */
    void markGapForAll() {
        ScanIteration scan = redis.scanIteration(KEYS_PER_SCAN, RedisNames.ALL_STREAM_POSITIONS);
        while (!scan.isIterationCompleted()) {
            markGap(scan.nextBatchList().stream()
                    .map(RedisNames::userOf)
                    .map(UUID::fromString)
                    .toList());
        }
    }

    private Call appendCall(UUID owner, List<TaskEvent> events) {
        List<String> arguments = new ArrayList<>(List.of(
                newEpoch(),
                Long.toString(ThreadLocalRandom.current().nextLong(1, 1L << 32)),
                history,
                timeToLive,
                RedisNames.EVENTS_APPENDED,
                owner.toString(),
                Integer.toString(MAX_PUBLISHED_BYTES)));
        for (TaskEvent event : events) {
            arguments.add(event.kind());
            arguments.add(event.taskId().toString());
            arguments.add(Long.toString(event.time().toEpochMilli()));
            arguments.add(event.data());
        }
        return new Call(keys(owner), arguments);
    }

    private List<String> readArguments(StreamPosition since, int limit) {
        return List.of(
                newEpoch(),
                timeToLive,
                Integer.toString(limit),
                since == null ? "" : since.epoch(),
                since == null ? "0" : Long.toString(since.offset()),
                since == null ? "0" : Long.toString(since.tag()));
    }

    private static CatchUpPage parsePage(Object reply, StreamPosition since) {
        List<?> parts = (List<?>) reply;
        boolean recovered = Long.valueOf(1).equals(parts.get(0));
        String epoch = (String) parts.get(1);
        StreamPosition end =
                new StreamPosition(epoch, Long.parseLong((String) parts.get(2)), Long.parseLong((String) parts.get(3)));
        List<StoredEvent> events = new ArrayList<>();
        for (Object entry : (List<?>) parts.get(4)) {
            events.add(parseEvent(epoch, (List<?>) entry));
        }
        StreamPosition last =
                events.isEmpty() ? end : events.get(events.size() - 1).position();
        return new CatchUpPage(recovered, last, events, last.offset() < end.offset());
    }

    private static StoredEvent parseEvent(String epoch, List<?> entry) {
        String id = (String) entry.get(0);
        int dash = id.indexOf('-');
        StreamPosition position = new StreamPosition(
                epoch, Long.parseLong(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)));
        Map<String, String> fields = new LinkedHashMap<>();
        List<?> flat = (List<?>) entry.get(1);
        for (int i = 0; i < flat.size(); i += 2) {
            fields.put((String) flat.get(i), (String) flat.get(i + 1));
        }
        return new StoredEvent(
                position,
                fields.get("kind"),
                UUID.fromString(fields.get("task")),
                Instant.ofEpochMilli(Long.parseLong(fields.get("at"))),
                fields.get("data"));
    }

    private static List<String> keys(UUID user) {
        return List.of(RedisNames.streamPosition(user.toString()), RedisNames.events(user.toString()));
    }

    private static String newEpoch() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
