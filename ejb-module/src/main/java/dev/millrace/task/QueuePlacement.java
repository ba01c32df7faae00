package dev.millrace.task;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A task's place in the order of dispatch: enqueued, scheduled for a time, parked by a limit, or none. */
@Embeddable
public class QueuePlacement {
    private int priority;

    @Column(name = "start_tag")
    private long startTag;

    @Column(name = "dispatch_key")
    private Long dispatchKey;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "parked_key")
    private Long parkedKey;

    @Column(name = "parked_by")
    private String parkedBy;

    protected QueuePlacement() {}

    QueuePlacement(int priority, long startTag) {
        this.priority = priority;
        this.startTag = startTag;
    }

    /** It is enqueued. */
    void enqueue() {
        leaveQueue();
        dispatchKey = DispatchKey.of(priority, startTag);
    }

    /** It is scheduled for that time. */
    void schedule(Instant time) {
        leaveQueue();
        dueAt = time;
    }

    /** It lets others pass until {@code limit} unparks it. */
    void park(String limit) {
        parkedKey = dispatchKey;
        parkedBy = limit;
        dispatchKey = null;
    }

    void leaveQueue() {
        dispatchKey = null;
        dueAt = null;
        parkedKey = null;
        parkedBy = null;
    }

    void changePriority(int number, long tag) {
        priority = number;
        startTag = tag;
        if (dispatchKey != null) {
            dispatchKey = DispatchKey.of(priority, startTag);
        }
        if (parkedKey != null) {
            parkedKey = DispatchKey.of(priority, startTag);
        }
    }

    int priority() {
        return priority;
    }

    long startTag() {
        return startTag;
    }

    /** @return the time for which it is scheduled, null if there is none */
    Instant dueAt() {
        return dueAt;
    }

    /** @return the limit that parks it, or null */
    String parkedBy() {
        return parkedBy;
    }
}
