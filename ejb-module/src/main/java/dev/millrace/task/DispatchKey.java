package dev.millrace.task;

import dev.millrace.request.TaskRequest;

/**
 * The order of dispatch as one number, smaller first: priority, then the start tag. The tag is that of start-time fair
 * queueing (Goyal, Vin, Cheng: Start-time Fair Queuing, SIGCOMM 1996).
 */
public final class DispatchKey {
    private static final int TAG_BITS = 56;
    static final long MAX_TAG = (1L << TAG_BITS) - 1;

    private DispatchKey() {}

    /**
     * @param priority 0 to 9, 9 first
     * @param startTag not negative, below 2^56
     */
    public static long of(int priority, long startTag) {
        return (long) (TaskRequest.MAX_PRIORITY - priority) << TAG_BITS | startTag & MAX_TAG;
    }
}
