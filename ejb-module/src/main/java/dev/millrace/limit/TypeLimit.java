package dev.millrace.limit;

import java.time.Duration;

/**
 * Limits on the dispatch of a type's tasks, in all queues together.
 *
 * @param concurrency most in flight at once, null = no limit
 * @param rate most dispatches in each {@code per}, null = no limit
 * @param per the period of the rate, null without a rate
 */
public record TypeLimit(Integer concurrency, Integer rate, Duration per) {}
