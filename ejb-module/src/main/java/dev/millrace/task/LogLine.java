package dev.millrace.task;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import dev.millrace.contract.ReportLimits;

/** One entry of a task's log: a message of the handler, or an action of Millrace. */
@Entity
@Table(name = "mr_task_log")
@IdClass(LogLine.Key.class)
public class LogLine {
    @Id
    @Column(name = "task_id")
    private UUID taskId;

    @Id
    @Column(name = "entry_id")
    private String entryId;

    private Instant at;
    private String kind;
    private int attempt;
    private String worker;
    private String line;

    protected LogLine() {}

    /**
     * @param entryId unique for the task; a repeated id is the same entry
     * @param kind {@code log}, {@code released}, {@code lost}, {@code cancelling}, {@code cancelled}, {@code retried} or
     *     {@code changed}
     */
    public LogLine(Task task, String entryId, String kind, Instant at, String worker, String line) {
        this.taskId = task.id();
        this.entryId = entryId;
        this.kind = kind;
        this.at = at;
        this.attempt = task.attempt();
        this.worker = worker;
        this.line = ReportLimits.truncate(line, ReportLimits.LOG_LINE);
    }

    String kind() {
        return kind;
    }

    Instant at() {
        return at;
    }

    int attempt() {
        return attempt;
    }

    String worker() {
        return worker;
    }

    String line() {
        return line;
    }

    /** The primary key, as JPA requires it. */
    public static class Key implements Serializable {
        private UUID taskId;
        private String entryId;

        public Key() {}

        public Key(UUID taskId, String entryId) {
            this.taskId = taskId;
            this.entryId = entryId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && taskId.equals(key.taskId) && entryId.equals(key.entryId);
        }

        @Override
        public int hashCode() {
            return taskId.hashCode() * 31 + entryId.hashCode();
        }
    }
}
