package dev.millrace.schedule;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import dev.millrace.platform.persistence.OptionalIdColumn;

/** The outcome of one due time, written once. */
@Entity
@Table(name = "mr_schedule_run")
@IdClass(ScheduleRun.Key.class)
public class ScheduleRun {
    @Id
    @Column(name = "schedule_id")
    private UUID scheduleId;

    @Id
    @Column(name = "run_number")
    private long number;

    @Enumerated(EnumType.STRING)
    private RunKind kind;

    @Column(name = "due_at")
    private Instant dueAt;

    private Instant at;

    @Column(name = "task_id")
    @Convert(converter = OptionalIdColumn.class)
    private UUID taskId;

    private String note;

    protected ScheduleRun() {}

    /**
     * @param taskId null if there is no task
     * @param note why there is none, or null
     */
    ScheduleRun(Schedule schedule, RunKind kind, Instant dueAt, Instant at, UUID taskId, String note) {
        this.scheduleId = schedule.id();
        this.number = schedule.nextRunNumber();
        this.kind = kind;
        this.dueAt = dueAt;
        this.at = at;
        this.taskId = taskId;
        this.note = note;
    }

    UUID scheduleId() {
        return scheduleId;
    }

    long number() {
        return number;
    }

    RunKind kind() {
        return kind;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant at() {
        return at;
    }

    UUID taskId() {
        return taskId;
    }

    String note() {
        return note;
    }

    /** The primary key, as JPA requires it. */
    public static class Key implements Serializable {
        private UUID scheduleId;
        private long number;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && scheduleId.equals(key.scheduleId) && number == key.number;
        }

        @Override
        public int hashCode() {
            return scheduleId.hashCode() * 31 + Long.hashCode(number);
        }
    }
}
