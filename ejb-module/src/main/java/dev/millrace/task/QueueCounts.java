package dev.millrace.task;

import java.time.Instant;

/**
 * The numbers of tasks in a queue. Each is counted up to {@link #MAX_COUNTED}.
 *
 * @param waiting ready for dispatch
 * @param delayed waiting for a time
 * @param parked by a limit
 * @param blocked waiting for other tasks of their workflow; null if there are too many to count
 * @param inFlight queued or running
 * @param oldestWaitingAt submission time of the oldest task ready for dispatch, among the first {@link #HEAD_SIZE} of
 *     each priority; null if there is none
 */
public record QueueCounts(
        int waiting, int delayed, int parked, Integer blocked, int inFlight, Instant oldestWaitingAt) {
    public static final int MAX_COUNTED = 100_000;
    static final int HEAD_SIZE = 100;
}
