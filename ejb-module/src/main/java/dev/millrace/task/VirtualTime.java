package dev.millrace.task;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The virtual time of a {@link PriorityLevel}: the greatest start tag that was dispatched. It only ever grows. */
@Entity
@Table(name = "mr_virtual_time")
@IdClass(VirtualTime.Key.class)
public class VirtualTime {
    @Id
    private String queue;

    @Id
    private int priority;

    @Column(name = "virtual_time")
    private long virtualTime;

    protected VirtualTime() {}

    PriorityLevel priorityLevel() {
        return new PriorityLevel(queue, priority);
    }

    long virtualTime() {
        return virtualTime;
    }

    /** The primary key, as JPA requires it. */
    public static class Key implements Serializable {
        private String queue;
        private int priority;

        public Key() {}

        Key(PriorityLevel level) {
            this.queue = level.queue();
            this.priority = level.priority();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && queue.equals(key.queue) && priority == key.priority;
        }

        @Override
        public int hashCode() {
            return queue.hashCode() * 31 + priority;
        }
    }
}
