package dev.millrace.testkit.server;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;
import dev.millrace.testkit.redis.RedisProcess;

/**
 * A worker as another team may write one in another language. It talks to Redis field by field and sends the fields that
 * the test wants. It has a clock of its own.
 */
public final class ForeignWorker implements AutoCloseable {
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);

    private final RedisProcess redis;
    private final String id = "w-" + UUID.randomUUID();
    private final String queue;
    private final String type;
    private final Duration clockOffset;
    private final ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor();

    /** Announces a type with two attempts in a queue of its own, and sends heartbeats. */
    public ForeignWorker(RedisProcess redis, String type, Duration clockOffset) {
        this.redis = redis;
        this.type = type;
        this.queue = type.replace('_', '-');
        this.clockOffset = clockOffset;
        announces("{\"type\":\"object\"}");
        heartbeats.scheduleAtFixedRate(this::sendHeartbeat, 0, HEARTBEAT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void announces(String parametersSchema) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "v", "1",
                "name", type,
                "title", "Foreign",
                "description", "Runs elsewhere.",
                "queue", queue,
                "parametersSchema", parametersSchema,
                "resultSchema", "{}",
                "example", "{}"));
        fields.putAll(Map.of("maxAttempts", "2", "backoff", "0", "maxBackoff", "0", "worker", id));
        adds(RedisNames.ANNOUNCEMENTS, fields);
    }

    private void sendHeartbeat() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "v",
                "1",
                "worker",
                id,
                "host",
                "elsewhere",
                "pid",
                "1",
                "version",
                "py-1",
                "queues",
                queue,
                "types",
                type));
        fields.putAll(Map.of("slots", "1", "startedAt", now(), "at", now(), "stopping", "false", "running", ""));
        redis.ask(client -> {
            client.hset(RedisNames.worker(id), fields);
            client.pexpire(RedisNames.worker(id), 10_000);
            return client.zadd(RedisNames.WORKERS, Double.parseDouble(now()), id);
        });
    }

    /** @return the next dispatch; null if none has come within a moment */
    public Map<String, String> takes() {
        String stream = RedisNames.tasks(queue);
        return redis.ask(client -> {
            makeGroup(client, stream);
            var read = client.xreadGroup(
                    RedisNames.WORKER_GROUP,
                    id,
                    XReadGroupParams.xReadGroupParams().count(1).block(1_000),
                    Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
            if (read == null || read.isEmpty()) {
                return null;
            }
            StreamEntry entry = read.get(0).getValue().get(0);
            client.xack(stream, RedisNames.WORKER_GROUP, entry.getID());
            client.xdel(stream, entry.getID());
            return entry.getFields();
        });
    }

    private static void makeGroup(RedisClient client, String stream) {
        if (!client.exists(stream)
                || client.xinfoGroups(stream).stream()
                        .noneMatch(group -> group.getName().equals(RedisNames.WORKER_GROUP))) {
            client.xgroupCreate(stream, RedisNames.WORKER_GROUP, new StreamEntryID(0, 0), true);
        }
    }

    /** A report on a dispatch, which is valid as long as the test does not change it. */
    public Map<String, String> report(Map<String, String> dispatch, String kind) {
        Map<String, String> fields = new HashMap<>(Map.of("v", "1", "kind", kind, "worker", id, "at", now()));
        fields.put("task", dispatch.get("task"));
        fields.put("claim", dispatch.get("claim"));
        if (!kind.equals("started")) {
            fields.put("startedAt", now());
            fields.put("result", "{}");
        }
        return fields;
    }

    public void sends(Map<String, String> report) {
        adds(RedisNames.results(queue), report);
    }

    public String queue() {
        return queue;
    }

    public List<StreamEntry> rejectedReports() {
        return redis.ask(
                client -> client.xrange(RedisNames.rejected(RedisNames.results(queue)), (StreamEntryID) null, null));
    }

    private void adds(String stream, Map<String, String> fields) {
        redis.ask(client -> client.xadd(stream, StreamEntryID.NEW_ENTRY, fields));
    }

    private String now() {
        return Long.toString(Instant.now().plus(clockOffset).toEpochMilli());
    }

    @Override
    public void close() {
        heartbeats.shutdownNow();
        redis.ask(client -> client.del(RedisNames.worker(id)));
    }
}
