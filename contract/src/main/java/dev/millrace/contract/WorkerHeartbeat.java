package dev.millrace.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A worker's heartbeat, stored as a Redis hash that expires when the worker sends no more.
 *
 * @param worker id, new with each start of the process
 * @param host name of its machine
 * @param pid its process id there
 * @param version of the worker program
 * @param queues it reads
 * @param types it can execute
 * @param slots how many tasks it executes at once
 * @param startedAt when the process started
 * @param at when the worker sent it
 * @param stopping whether it takes no new tasks
 * @param heldClaims the claims it holds; such a task is not lost, even if its stream entry is gone
 * @param quiet whether an order makes it take no new tasks for now
 * @param load load of its process; null = unknown
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
        List<Claim> heldClaims,
        boolean quiet,
        WorkerLoad load) {

    private static final int CLAIM_LENGTH = 56;

    /** @return whether it takes new tasks */
    public boolean takesTasks() {
        return !stopping && !quiet;
    }

    /** @return the same heartbeat with these times of another clock */
    public WorkerHeartbeat withTimes(Instant newStartedAt, Instant newAt) {
        return new WorkerHeartbeat(
                worker,
                host,
                pid,
                version,
                queues,
                types,
                slots,
                newStartedAt,
                newAt,
                stopping,
                heldClaims,
                quiet,
                load);
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
                .put("running", heldClaims)
                .put("quiet", quiet);
        return (load == null ? fields : load.write(fields)).toMap();
    }

    /** @throws UnreadableMessage if a field is missing or malformed */
    public static WorkerHeartbeat fromFields(Map<String, String> message) throws UnreadableMessage {
        FieldReader fields = new FieldReader(message);
        List<String> queues = fields.list("queues", MessageLimits.QUEUES_AND_TYPES, RedisNames.MAX_QUEUE_LENGTH);
        for (String queue : queues) {
            requireQueueName(queue);
        }
        List<Claim> heldClaims = new ArrayList<>();
        for (String claim : fields.list("running", MessageLimits.HELD_CLAIMS, CLAIM_LENGTH)) {
            heldClaims.add(Claim.parse(claim));
        }
        return new WorkerHeartbeat(
                fields.name("worker", MessageLimits.WORKER_ID),
                fields.textUpTo("host", MessageLimits.HOST),
                fields.number("pid"),
                fields.textUpTo("version", MessageLimits.VERSION),
                queues,
                fields.list("types", MessageLimits.QUEUES_AND_TYPES, MessageLimits.TYPE_NAME),
                fields.positiveIntUpTo("slots", MessageLimits.SLOTS),
                fields.instant("startedAt"),
                fields.instant("at"),
                fields.bool("stopping"),
                List.copyOf(heldClaims),
                fields.boolOrFalse("quiet"),
                WorkerLoad.readOrNull(fields));
    }

    private static void requireQueueName(String queue) throws UnreadableMessage {
        try {
            RedisNames.requireQueueName(queue);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage(e.getMessage(), e);
        }
    }
}
