package dev.millrace.testkit.client;

/** The last parts of the events' types. */
public final class EventKinds {
    public static final String READY = "ready";
    public static final String RENEWED = "renewed";
    public static final String PONG = "pong";
    public static final String WAITING = "waiting";
    public static final String QUEUED = "queued";
    public static final String RUNNING = "running";
    public static final String SUCCEEDED = "succeeded";
    public static final String FAILED = "failed";

    private EventKinds() {}
}
