package dev.millrace.push;

import java.time.Instant;
import java.util.UUID;

import dev.millrace.task.TaskEvent;

/**
 * An event as stored in its user's stream.
 *
 * @param position in the stream; clients resume after it
 * @param kind see {@link TaskEvent#kind}
 * @param data the task after it, as JSON text
 */
public record StoredEvent(StreamPosition position, String kind, UUID taskId, Instant time, String data) {}
