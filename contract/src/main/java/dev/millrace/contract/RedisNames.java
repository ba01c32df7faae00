package dev.millrace.contract;

import java.util.regex.Pattern;

/**
 * Every name that Millrace uses in Redis, with its type, who writes it, who reads it and when it goes.
 * The part in braces is the Redis Cluster hash tag: all keys of one queue, and all of one user, share a slot.
 */
public final class RedisNames {
    /** Consumer group of the workers on a queue's {@link #tasks} stream. */
    public static final String WORKER_GROUP = "workers";

    /** Consumer group of the server nodes on {@link #results} and {@link #ANNOUNCEMENTS}. */
    public static final String SERVER_GROUP = "servers";

    /** Stream; workers append {@link TaskTypeAnnouncement}s; server nodes read and delete. Recreated when wiped. */
    public static final String ANNOUNCEMENTS = "millrace:announcements";

    /** Sorted set worker id → time of the last heartbeat in epoch ms; workers write; servers read and prune the dead. */
    public static final String WORKERS = "millrace:workers";

    /** Channel; message = queue name; the code that enqueues work wakes that queue's dispatcher. Only a wake-up. */
    public static final String WAKE_UPS = "millrace:wake";

    /**
     * Channel; message = queue name; workers and servers that finish tasks notify the queue's dispatcher of free slots.
     * Only a wake-up.
     */
    public static final String CAPACITY_FREED = "millrace:room";

    /**
     * Channel; message = user id; nodes publish that events were appended to this user's stream. A small append carries the
     * events themselves: epoch, offset and tag before, the new tag, and each event's fields, separated by U+001E. Messages may
     * be lost: only the stream counts.
     */
    public static final String EVENTS_APPENDED = "millrace:events-appended";

    /**
     * Channel; message = a {@link Claim}'s text; servers order the worker that holds this claim to stop it: cancelled,
     * superseded or finished. Only a wake-up: repeated each second while a heartbeat still lists the claim.
     */
    public static final String STOP_ORDERS = "millrace:stop-orders";

    /** Channel; message = a {@link WorkerOrder}'s text; servers order one worker to go quiet, to resume or to stop. */
    public static final String WORKER_ORDERS = "millrace:worker-orders";

    /**
     * Channel; message = a {@link TypeRejection}'s text; servers inform a worker that they reject a type. May be lost.
     */
    public static final String REJECTED_TYPES = "millrace:refused-types";

    /** Channel; message = sid; the node that revokes it makes every node close its connections. May be lost. */
    public static final String REVOCATIONS = "millrace:sign-ins-ended";

    /** Channel; empty messages; each node proves by it that it may publish. It has no subscribers. */
    public static final String PROBE_CHANNEL = "millrace:probe";

    /** Pattern of all keys that {@link #streamPosition} makes. */
    public static final String ALL_STREAM_POSITIONS = "millrace:{u:*}:position";

    /** Longest name of a queue, in characters. */
    static final int MAX_QUEUE_LENGTH = 63;

    private static final Pattern QUEUE = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,62}");

    private RedisNames() {}

    /** Stream of {@link TaskDispatch}; the leading dispatcher appends; workers read, acknowledge and delete. */
    public static String tasks(String queue) {
        return key(queue, "tasks");
    }

    /** Stream of {@link WorkerReport}; workers append; server nodes read, acknowledge and delete. */
    public static String results(String queue) {
        return key(queue, "results");
    }

    /** String {@code <node>:<fence>} with a time to live; the node that leads the queue holds it. */
    public static String lease(String queue) {
        return key(queue, "lease");
    }

    /** Hash with the fields of a {@link WorkerHeartbeat}; the worker writes; servers read; expires with the worker. */
    public static String worker(String workerId) {
        return "millrace:worker:" + workerId;
    }

    /** Stream of unreadable entries of {@code stream} with the reason; capped; operators read. */
    public static String rejected(String stream) {
        return stream + ":rejected";
    }

    /**
     * Capped stream of the user's task events. Ids are {@code <offset>-<tag>}; fields are {@code kind} (last part of
     * the CloudEvent's type), {@code task}, {@code at} (epoch ms) and {@code data} (the task as JSON). Servers write
     * and read; it expires without writers and subscribers. Offsets have no holes; the tag is random for each append.
     */
    public static String events(String userId) {
        return "millrace:{u:" + userId + "}:events";
    }

    /**
     * Hash with the position of {@link #events}: {@code epoch}, {@code offset} and {@code tag} of the last event, and
     * {@code base}, the offset with which the epoch began. Servers write and read; it expires with the stream.
     */
    public static String streamPosition(String userId) {
        return "millrace:{u:" + userId + "}:position";
    }

    /** The user id in the name of a {@link #streamPosition}. */
    public static String userOf(String key) {
        return key.substring(key.indexOf("{u:") + 3, key.indexOf('}'));
    }

    /** String with the ticket's connection identity; servers write with 30 s to live and read with GETDEL. */
    public static String ticket(String ticket) {
        return "millrace:ticket:" + ticket;
    }

    /** Keys of all types with which each node tests the commands it needs; they expire within a minute. */
    public static String probe(String what) {
        return "millrace:{probe}:" + what;
    }

    /**
     * Checks a queue name.
     *
     * @return the same name
     * @throws IllegalArgumentException unless it is 1 to 63 of {@code a-z 0-9 _ . -}, beginning with a letter or digit
     */
    public static String requireQueueName(String queue) {
        if (!isQueueName(queue)) {
            throw new IllegalArgumentException(
                    Excerpt.of(queue) + " is not a queue name: 1 to 63 of a-z 0-9 _ . - allowed");
        }
        return queue;
    }

    /** @return whether it may be a queue's name, see {@link #requireQueueName} */
    public static boolean isQueueName(String name) {
        return name != null && QUEUE.matcher(name).matches();
    }

    private static String key(String queue, String what) {
        return "millrace:{q:" + requireQueueName(queue) + "}:" + what;
    }
}
