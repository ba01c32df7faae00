package dev.millrace.contract;

import java.util.UUID;

/**
 * One dispatch of one task. A worker whose number is smaller than the task's current one has lost the task; its reports
 * change nothing.
 *
 * @param taskId the task, never null; handlers use it as idempotency key
 * @param number counts the task's dispatches, from 1
 */
public record Claim(UUID taskId, long number) {
    public Claim {
        if (taskId == null || number < 1) {
            throw new IllegalArgumentException("a claim needs a task and a number from 1, not " + number);
        }
    }

    /** {@code <task id>:<number>}, as heartbeats list it. */
    @Override
    public String toString() {
        return taskId + ":" + number;
    }

    static Claim read(FieldReader fields) throws UnreadableMessage {
        return new Claim(fields.uuid("task"), fields.positiveInt("claim"));
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws UnreadableMessage if {@code text} is no claim
     */
    public static Claim parse(String text) throws UnreadableMessage {
        try {
            int colon = text.indexOf(':');
            return new Claim(UUID.fromString(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
        } catch (RuntimeException e) {
            throw new UnreadableMessage(Excerpt.of(text) + " is not <task id>:<claim>", e);
        }
    }
}
