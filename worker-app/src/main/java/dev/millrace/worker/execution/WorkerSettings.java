package dev.millrace.worker.execution;

import java.time.Duration;
import java.util.List;

import dev.millrace.worker.child.ChildSettings;

/**
 * How a worker works.
 *
 * @param queues it reads, at least one
 * @param slots how many tasks it runs at once, from 1
 * @param grace how long it waits for running tasks when it is asked to stop
 * @param children limits of child processes
 * @param version of the program
 */
public record WorkerSettings(List<String> queues, int slots, Duration grace, ChildSettings children, String version) {}
