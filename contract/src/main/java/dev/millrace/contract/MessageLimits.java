package dev.millrace.contract;

import java.time.Duration;
import java.time.Instant;

/** Bounds of heartbeats and announcements; servers reject a message beyond them. For reports see {@link ReportLimits}. */
public final class MessageLimits {
    /** Longest worker id, in characters. */
    public static final int WORKER_ID = 100;
    /** Longest name of a task type. */
    public static final int TYPE_NAME = 100;
    /** Longest title of a task type. */
    public static final int TITLE = 200;
    /** Longest description of a task type. */
    public static final int DESCRIPTION = 2_000;
    /** Longest JSON Schema of a task type, in characters. */
    public static final int SCHEMA = 131_072;
    /** Longest example of a task type, in characters. */
    public static final int EXAMPLE = 65_536;
    /** Most levels of objects and arrays within each other in schemas and examples. */
    public static final int NESTING_DEPTH = 100;
    /** Most attempts that a task type may ask for. */
    public static final int MAX_ATTEMPTS = 1_000;
    /** Longest wait or period that a message may name. */
    public static final Duration DURATION = Duration.ofDays(366);
    /** Latest time that a message may name. */
    public static final Instant LATEST_TIME = Instant.parse("9999-12-31T23:59:59.999Z");
    /** Longest name of a machine. */
    public static final int HOST = 255;
    /** Longest version of a worker. */
    public static final int VERSION = 100;
    /** Most queues, and most task types, of one worker. */
    public static final int QUEUES_AND_TYPES = 1_000;
    /** Most slots of one worker. */
    public static final int SLOTS = 10_000;
    /** Most claims that one worker holds. */
    public static final int HELD_CLAIMS = 20_000;

    private MessageLimits() {}
}
