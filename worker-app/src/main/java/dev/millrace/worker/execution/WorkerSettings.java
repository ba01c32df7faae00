package dev.millrace.worker.execution;

import java.time.Duration;
import java.util.List;

import dev.millrace.worker.child.ChildSettings;

/**
 * Settings of a worker.
 *
 * @param queues it reads, at least one
 * @param slots how many tasks it executes at once, from 1
 * @param grace how long it waits for running tasks when it stops
 * @param children limits of child processes
 * @param version of the program
 */
public record WorkerSettings(List<String> queues, int slots, Duration grace, ChildSettings children, String version) {}
