package dev.millrace.task;

import java.time.Instant;
import java.util.UUID;

/**
 * An event of a task or workflow, for its owner.
 *
 * @param owner the user
 * @param kind last part of the event's type: {@code waiting}, {@code queued}, {@code running}, {@code progress},
 *     {@code log}, {@code succeeded}, {@code failed}, {@code cancelled} or {@code deleted}. For a workflow it is
 *     {@code workflow.} and the state.
 * @param taskId the task, or the workflow
 * @param time of the event
 * @param data the task or the workflow after it, as JSON text
 */
public record TaskEvent(UUID owner, String kind, UUID taskId, Instant time, String data) {}
