package dev.millrace.worker.run;

import java.time.Duration;
import java.util.List;

/**
 * How a worker works.
 *
 * @param queues it reads, at least one
 * @param slots how many tasks it runs at once, from 1
 * @param grace how long it waits for running tasks when it is asked to stop
 * @param version of the program
 */
public record WorkerSettings(List<String> queues, int slots, Duration grace, String version) {}
