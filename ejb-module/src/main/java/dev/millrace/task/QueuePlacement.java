package dev.millrace.task;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a task stands in the order of dispatch: in line, waiting for a time, beside the line, or nowhere. */
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

    /** It stands in line. */
    void enqueue() {
        leaveQueue();
        dispatchKey = DispatchKey.of(priority, startTag);
    }

    /** It stands in line from then on. */
    void schedule(Instant time) {
        leaveQueue();
        dueAt = time;
    }

    /** It lets others pass until {@code limit} lets it back in. */
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

    /** @return the time it waits for, null if it waits for none */
    Instant dueAt() {
        return dueAt;
    }

    /** @return the limit that keeps it, or null */
    String parkedBy() {
        return parkedBy;
    }
}
