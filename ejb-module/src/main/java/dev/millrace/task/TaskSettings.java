package dev.millrace.task;

import dev.millrace.config.Keys;

/**
 * What a submitter may ask for.
 *
 * @param maxBatch most tasks in one batch
 */
public record TaskSettings(int maxBatch) {
    public static TaskSettings from(Keys keys) {
        return new TaskSettings(keys.number("millrace.tasks.max-batch", 1_000, 1, 10_000));
    }
}
