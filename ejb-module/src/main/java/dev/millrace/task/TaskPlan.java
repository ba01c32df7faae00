package dev.millrace.task;

import java.time.Duration;
import java.time.Instant;

/**
 * A checked wish for a task, with everything its type says filled in.
 *
 * @param parameters valid JSON text
 * @param priority 0 to 9, 9 first
 * @param runAt not before this time, null = at once
 * @param timeout for each attempt, null = as long as it takes
 * @param maxAttempts from 1
 * @param backoff wait before the second attempt
 * @param maxBackoff upper bound of all waits
 */
public record TaskPlan(
        String type,
        String queue,
        String parameters,
        int priority,
        Instant runAt,
        Duration timeout,
        int maxAttempts,
        Duration backoff,
        Duration maxBackoff) {}
