package dev.millrace.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A queue: what it may do, and its fencing number, which only ever grows. */
@Entity
@Table(name = "mr_queue")
public class Queue {
    @Id
    private String name;

    private long fence;

    @Enumerated(EnumType.STRING)
    private QueueMode mode;

    @Column(name = "max_running")
    private Integer maxRunning;

    protected Queue() {}

    long nextFence() {
        return ++fence;
    }

    void change(QueueMode to) {
        mode = to;
    }

    /** @param number most tasks in flight at once, null = no limit */
    void limitTo(Integer number) {
        maxRunning = number;
    }

    public String name() {
        return name;
    }

    public QueueMode mode() {
        return mode;
    }

    /** @return most tasks in flight at once, null = no limit */
    public Integer maxRunning() {
        return maxRunning;
    }
}
