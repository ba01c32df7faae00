package dev.millrace.worker.attempt;

import java.time.Instant;
import java.util.UUID;

/**
 * The input of one attempt.
 *
 * @param task the task's id
 * @param attempt which attempt this is, from 1
 * @param parameters as JSON text
 * @param deadline time of the coming request to stop, in epoch ms; null = never
 */
public record Assignment(UUID task, int attempt, String parameters, Long deadline) {
    Instant deadlineInstant() {
        return deadline == null ? null : Instant.ofEpochMilli(deadline);
    }
}
