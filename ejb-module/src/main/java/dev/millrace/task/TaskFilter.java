package dev.millrace.task;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Which of a user's tasks to list, newest first.
 *
 * @param states empty = all
 * @param type null = all
 * @param text found in the type, the parameters or the error; null = all
 * @param from submitted at or after, or null
 * @param to submitted before, or null
 * @param before only tasks older than this one, or null
 * @param limit most tasks to give, from 1
 */
public record TaskFilter(
        Set<TaskState> states, String type, String text, Instant from, Instant to, UUID before, int limit) {
    public static final int MAX_LIMIT = 200;
}
