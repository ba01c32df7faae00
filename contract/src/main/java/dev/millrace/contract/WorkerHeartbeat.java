package dev.millrace.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A worker's sign of life, kept as a Redis hash that expires when the worker stops beating.
 *
 * @param worker id, new with each start of the process
 * @param host name of its machine
 * @param pid its process id there
 * @param version of the worker program
 * @param queues it reads
 * @param types it can run
 * @param slots how many tasks it runs at once
 * @param startedAt when the process started
 * @param at when it beat
 * @param stopping whether it takes nothing new
 * @param running the dispatches it holds; one it holds is not lost, even if its stream entry is gone
 * @param quiet whether it was told to take nothing new for now
 * @param load what its process uses; null = not said
 */
public record WorkerHeartbeat(
        String worker,
        String host,
        long pid,
        String version,
        List<String> queues,
        List<String> types,
        int slots,
        Instant startedAt,
        Instant at,
        boolean stopping,
        List<Claim> running,
        boolean quiet,
        WorkerLoad load) {

    private static final int CLAIM_LENGTH = 56;

    /** @return whether it takes new tasks */
    public boolean takesTasks() {
        return !stopping && !quiet;
    }

    /** The same, with these times of another clock. */
    public WorkerHeartbeat at(Instant newStartedAt, Instant newAt) {
        return new WorkerHeartbeat(
                worker, host, pid, version, queues, types, slots, newStartedAt, newAt, stopping, running, quiet, load);
    }

    public Map<String, String> toFields() {
        FieldWriter fields = new FieldWriter()
                .put("worker", worker)
                .put("host", host)
                .put("pid", pid)
                .put("version", version)
                .put("queues", queues)
                .put("types", types)
                .put("slots", slots)
                .put("startedAt", startedAt)
                .put("at", at)
                .put("stopping", stopping)
                .put("running", running)
                .put("quiet", quiet);
        return (load == null ? fields : load.write(fields)).toMap();
    }

    /** @throws UnreadableMessage if a field is missing or malformed */
    public static WorkerHeartbeat fromFields(Map<String, String> message) throws UnreadableMessage {
        FieldReader fields = new FieldReader(message);
        List<String> queues = fields.list("queues", MessageLimits.OFFERED, RedisNames.MAX_QUEUE_LENGTH);
        for (String queue : queues) {
            requireQueue(queue);
        }
        List<Claim> running = new ArrayList<>();
        for (String claim : fields.list("running", MessageLimits.HELD, CLAIM_LENGTH)) {
            running.add(Claim.parse(claim));
        }
        return new WorkerHeartbeat(
                fields.name("worker", MessageLimits.WORKER),
                fields.text("host", MessageLimits.HOST),
                fields.number("pid"),
                fields.text("version", MessageLimits.VERSION),
                queues,
                fields.list("types", MessageLimits.OFFERED, MessageLimits.TYPE_NAME),
                fields.positive("slots", MessageLimits.SLOTS),
                fields.instant("startedAt"),
                fields.instant("at"),
                fields.flag("stopping"),
                List.copyOf(running),
                fields.flagOrFalse("quiet"),
                WorkerLoad.readOrNull(fields));
    }

    private static void requireQueue(String queue) throws UnreadableMessage {
        try {
            RedisNames.requireQueue(queue);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage(e.getMessage(), e);
        }
    }
}
