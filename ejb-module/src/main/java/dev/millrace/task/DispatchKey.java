package dev.millrace.task;

/**
 * The order of dispatch as one number, smaller first: priority, then the start tag. The tag is that of start-time fair
 * queueing (Goyal, Vin, Cheng: Start-time Fair Queuing, SIGCOMM 1996).
 */
public final class DispatchKey {
    public static final int HIGHEST_PRIORITY = 9;

    private static final int TAG_BITS = 56;
    static final long GREATEST_TAG = (1L << TAG_BITS) - 1;

    private DispatchKey() {}

    /**
     * @param priority 0 to 9, 9 first
     * @param startTag not negative, below 2^56
     */
    public static long of(int priority, long startTag) {
        return (long) (HIGHEST_PRIORITY - priority) << TAG_BITS | startTag & GREATEST_TAG;
    }
}
