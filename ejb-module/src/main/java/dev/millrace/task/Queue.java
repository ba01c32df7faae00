package dev.millrace.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A queue: its fencing number and its virtual time, both only ever growing. */
@Entity
@Table(name = "mr_queue")
public class Queue {
    @Id
    private String name;

    private long fence;

    @Column(name = "virtual_time")
    private long virtualTime;

    protected Queue() {}

    Queue(String name) {
        this.name = name;
    }

    long nextFence() {
        return ++fence;
    }

    long virtualTime() {
        return virtualTime;
    }

    void advance(long time) {
        virtualTime = Math.max(virtualTime, time);
    }
}
