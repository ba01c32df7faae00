package dev.millrace.contract;

import java.util.Locale;

/**
 * A message of {@link RedisNames#WORKER_ORDERS} to one worker.
 *
 * @param worker its id, as in its heartbeat
 * @param kind the order
 */
public record WorkerOrder(String worker, Kind kind) {
    /** The orders that a worker can receive. */
    public enum Kind {
        /** Take no new tasks, finish the running ones. */
        QUIET,
        /** Take tasks again. */
        RESUME,
        /** Shut down gracefully, as after SIGTERM. */
        STOP
    }

    public WorkerOrder {
        if (worker == null || worker.isBlank() || kind == null) {
            throw new IllegalArgumentException("an order needs a worker and a kind");
        }
    }

    /** {@code <worker id> quiet|resume|stop}, as it is sent. */
    @Override
    public String toString() {
        return worker + " " + kind.name().toLowerCase(Locale.ROOT);
    }

    /** @throws UnreadableMessage if {@code text} is no order */
    public static WorkerOrder parse(String text) throws UnreadableMessage {
        int space = text.lastIndexOf(' ');
        try {
            return new WorkerOrder(
                    text.substring(0, space),
                    Kind.valueOf(text.substring(space + 1).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableMessage(Excerpt.of(text) + " is not <worker> quiet|resume|stop", e);
        }
    }
}
