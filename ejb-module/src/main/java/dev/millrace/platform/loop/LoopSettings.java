package dev.millrace.platform.loop;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;

/**
 * Threads and watch of the loops.
 *
 * @param threads number of threads that run the rounds of all queues
 * @param stuckAfter after how long an unfinished round counts as stuck
 */
public record LoopSettings(int threads, Duration stuckAfter) {
    public static LoopSettings from(ConfigReader config) {
        return new LoopSettings(
                config.number("millrace.loops.threads", 4, 2, 256),
                config.duration("millrace.loops.stuck-after", Duration.ofMinutes(2)));
    }
}
