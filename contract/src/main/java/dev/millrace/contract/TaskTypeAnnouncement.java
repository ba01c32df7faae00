package dev.millrace.contract;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A task type that a worker can run.
 *
 * @param name unique, {@code snake_case}
 * @param title for people
 * @param description for people, one or two sentences
 * @param queue where its tasks wait unless the submitter names another
 * @param parametersSchema JSON Schema (2020-12) of the parameters, as JSON text
 * @param resultSchema JSON Schema of the result, as JSON text
 * @param example parameters that work, as JSON text
 * @param timeout how long an attempt may run, positive; null = unlimited
 * @param maxAttempts most attempts of a task, from 1
 * @param backoff wait before the second attempt; doubles with each further one, with full jitter
 * @param maxBackoff upper bound of that wait
 * @param rules isolation, limits and uniqueness, never null
 */
public record TaskTypeAnnouncement(
        String name,
        String title,
        String description,
        String queue,
        String parametersSchema,
        String resultSchema,
        String example,
        Duration timeout,
        int maxAttempts,
        Duration backoff,
        Duration maxBackoff,
        TaskTypeRules rules) {

    private static final String WORKER = "worker";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    /** A type without rules. */
    public TaskTypeAnnouncement(
            String name,
            String title,
            String description,
            String queue,
            String parametersSchema,
            String resultSchema,
            String example,
            Duration timeout,
            int maxAttempts,
            Duration backoff,
            Duration maxBackoff) {
        this(
                name,
                title,
                description,
                queue,
                parametersSchema,
                resultSchema,
                example,
                timeout,
                maxAttempts,
                backoff,
                maxBackoff,
                TaskTypeRules.NONE);
    }

    public Map<String, String> toFields() {
        FieldWriter fields = new FieldWriter()
                .put("name", name)
                .put("title", title)
                .put("description", description)
                .put("queue", queue)
                .put("parametersSchema", parametersSchema)
                .put("resultSchema", resultSchema)
                .put("example", example)
                .put("timeout", timeout)
                .put("maxAttempts", maxAttempts)
                .put("backoff", backoff)
                .put("maxBackoff", maxBackoff);
        return rules.write(fields).toMap();
    }

    /** These fields with the worker's id, by which operators find who announced the type. */
    public Map<String, String> toFields(String worker) {
        Map<String, String> fields = toFields();
        fields.put(WORKER, worker);
        return fields;
    }

    /** @return the id of the worker that announces; null if it gives none */
    public static String announcingWorker(Map<String, String> message) {
        String worker = message.get(WORKER);
        return worker == null || worker.isBlank() ? null : ReportLimits.truncate(worker, MessageLimits.WORKER_ID);
    }

    /** @throws UnreadableMessage if a field is missing, malformed or longer than {@link MessageLimits} allows */
    public static TaskTypeAnnouncement fromFields(Map<String, String> message) throws UnreadableMessage {
        FieldReader fields = new FieldReader(message);
        String queue = fields.text("queue");
        try {
            RedisNames.requireQueueName(queue);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage(e.getMessage(), e);
        }
        return new TaskTypeAnnouncement(
                typeName(fields),
                fields.textUpTo("title", MessageLimits.TITLE),
                fields.textUpTo("description", MessageLimits.DESCRIPTION),
                queue,
                fields.textUpTo("parametersSchema", MessageLimits.SCHEMA),
                fields.textUpTo("resultSchema", MessageLimits.SCHEMA),
                fields.textUpTo("example", MessageLimits.EXAMPLE),
                fields.positiveDurationOrNull("timeout"),
                fields.positiveIntUpTo("maxAttempts", MessageLimits.MAX_ATTEMPTS),
                fields.duration("backoff"),
                fields.duration("maxBackoff"),
                TaskTypeRules.read(fields));
    }

    private static String typeName(FieldReader fields) throws UnreadableMessage {
        String name = fields.textUpTo("name", MessageLimits.TYPE_NAME);
        if (!NAME.matcher(name).matches()) {
            throw new UnreadableMessage(
                    "field 'name' is not letters, digits, '_', '.' and '-', beginning with a letter");
        }
        return name;
    }
}
