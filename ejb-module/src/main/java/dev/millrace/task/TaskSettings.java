package dev.millrace.task;

import dev.millrace.platform.config.ConfigReader;

/**
 * Limits of submissions, and of claims without an outcome.
 *
 * @param maxBatch most tasks in one batch
 * @param maxLost how often in a row a task's claim may be lost or released before that counts as an attempt
 * @param maxUnsuited the same for workers that cannot run it
 * @param maxTypes most task types in the catalogue
 */
public record TaskSettings(int maxBatch, int maxLost, int maxUnsuited, int maxTypes) {
    public static TaskSettings from(ConfigReader config) {
        return new TaskSettings(
                config.number("millrace.tasks.max-batch", 1_000, 1, 10_000),
                config.number("millrace.tasks.max-lost", 10, 0, 10_000),
                config.number("millrace.tasks.max-unsuited", 100, 0, 10_000),
                config.number("millrace.tasks.max-types", 1_000, 1, 100_000));
    }
}
