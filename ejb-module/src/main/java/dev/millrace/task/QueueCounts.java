package dev.millrace.task;

import java.time.Instant;

/**
 * What lies in a queue. Each figure is counted up to {@link #MAX_COUNTED}.
 *
 * @param waiting in line
 * @param delayed waiting for a time
 * @param parked beside the line because of a limit
 * @param blocked waiting for other tasks of their workflow; null if there is too much to tell
 * @param inFlight queued or running
 * @param oldestWaitingAt when the oldest of those in line was submitted, as far as it is among the first {@link #HEAD_SIZE} of
 *     its priority; null if there is none
 */
public record QueueCounts(
        int waiting, int delayed, int parked, Integer blocked, int inFlight, Instant oldestWaitingAt) {
    public static final int MAX_COUNTED = 100_000;
    static final int HEAD_SIZE = 100;
}
