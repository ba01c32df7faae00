package dev.millrace.task;

import java.time.Instant;

/**
 * What lies in a queue. Each figure is counted up to {@link #MOST_COUNTED}.
 *
 * @param waiting in line
 * @param delayed waiting for a time
 * @param kept beside the line because of a limit
 * @param blocked waiting for other tasks of their workflow; null if there is too much to tell
 * @param inFlight queued or running
 * @param oldestWaitingAt when the oldest of those in line was submitted, null if there is none
 */
public record QueueFigures(int waiting, int delayed, int kept, Integer blocked, int inFlight, Instant oldestWaitingAt) {
    public static final int MOST_COUNTED = 100_000;
}
