package dev.millrace.contract;

import java.time.Duration;

/**
 * Isolation, limits and uniqueness of a type's tasks. A field that an announcement omits is as in {@link #NONE}.
 *
 * @param isolated whether an attempt runs in a process of its own, which can be killed
 * @param grace from the request to stop (soft timeout, cancel) until the worker stops the attempt by force; null
 *     becomes {@link #DEFAULT_GRACE}
 * @param concurrency most tasks of the type in flight on all workers; null = no limit
 * @param rate most tasks of the type started within {@code ratePer}; null = no limit
 * @param ratePer the period of {@code rate}; null exactly if {@code rate} is
 * @param uniqueFor how long after its submission a task equals later ones of its owner with the same parameters; null =
 *     each is its own
 * @param uniqueRefuse whether servers reject such a repetition, rather than answer with the existing task
 */
public record TaskTypeRules(
        boolean isolated,
        Duration grace,
        Integer concurrency,
        Integer rate,
        Duration ratePer,
        Duration uniqueFor,
        boolean uniqueRefuse) {
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(5);

    /** Not isolated, the default grace, no limits, not unique. */
    public static final TaskTypeRules NONE = new TaskTypeRules(false, null, null, null, null, null, false);

    /** @throws IllegalArgumentException if a limit or period is not positive, or a rate has no period */
    public TaskTypeRules {
        grace = grace == null ? DEFAULT_GRACE : grace;
        require(!grace.isNegative(), "'grace' cannot be negative");
        require(concurrency == null || concurrency > 0, "'concurrency' must be positive");
        require(rate == null || rate > 0, "'rate' must be positive");
        require((rate == null) == (ratePer == null), "'rate' and 'ratePer' must be given together");
        require(isPositive(ratePer), "'ratePer' must be positive");
        require(isPositive(uniqueFor), "'uniqueFor' must be positive");
    }

    FieldWriter write(FieldWriter fields) {
        return fields.put("isolated", isolated)
                .put("grace", grace)
                .put("concurrency", concurrency)
                .put("rate", rate)
                .put("ratePer", ratePer)
                .put("uniqueFor", uniqueFor)
                .put("uniqueRefuse", uniqueRefuse);
    }

    static TaskTypeRules read(FieldReader fields) throws UnreadableMessage {
        try {
            return new TaskTypeRules(
                    fields.boolOrFalse("isolated"),
                    fields.durationOrNull("grace"),
                    fields.positiveIntOrNull("concurrency"),
                    fields.positiveIntOrNull("rate"),
                    fields.durationOrNull("ratePer"),
                    fields.durationOrNull("uniqueFor"),
                    fields.boolOrFalse("uniqueRefuse"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage(e.getMessage(), e);
        }
    }

    private static boolean isPositive(Duration duration) {
        return duration == null || duration.toMillis() > 0;
    }

    private static void require(boolean allowed, String fault) {
        if (!allowed) {
            throw new IllegalArgumentException(fault);
        }
    }
}
