package dev.millrace.request;

import java.time.Duration;
import java.time.Instant;

import jakarta.json.JsonValue;

/**
 * A request for a task as a client sent it, not yet checked against its type.
 *
 * @param pointer JSON Pointer to it in the request's body, empty for the whole
 * @param type name of the task type
 * @param parameters any JSON
 * @param priority 0 to 9
 * @param runAt not before, or null
 * @param queue null = as the type says
 * @param timeout for each attempt, null = as the type says
 * @param maxAttempts null = as the type says
 */
public record TaskRequest(
        String pointer,
        String type,
        JsonValue parameters,
        int priority,
        Instant runAt,
        String queue,
        Duration timeout,
        Integer maxAttempts) {
    public static final int DEFAULT_PRIORITY = 5;

    /** Tasks of this priority are dispatched first. */
    public static final int MAX_PRIORITY = 9;
}
