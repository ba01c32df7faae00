package dev.millrace.task;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to a task, or to a workflow, that its owner should hear of.
 *
 * @param owner the user
 * @param kind last part of the event's type: {@code waiting}, {@code queued}, {@code running}, {@code progress},
 *     {@code log}, {@code succeeded}, {@code failed}, {@code cancelled} or {@code deleted};
 *     with {@code workflow.} before the state when it is about a workflow
 * @param taskId the task, or the workflow
 * @param time when it happened
 * @param data the task or the workflow after it, as JSON text
 */
public record TaskEvent(UUID owner, String kind, UUID taskId, Instant time, String data) {}
