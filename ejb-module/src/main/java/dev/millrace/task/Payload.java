package dev.millrace.task;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Parameters or a result too long for the task's own row. */
@Entity
@Table(name = "mr_payload")
@IdClass(Payload.Key.class)
public class Payload {
    static final String PARAMETERS = "parameters";
    static final String TEMPLATE = "template";
    static final String RESULT = "result";

    @Id
    @Column(name = "task_id")
    private UUID taskId;

    @Id
    private String kind;

    private String body;

    protected Payload() {}

    Payload(UUID taskId, String kind, String body) {
        this.taskId = taskId;
        this.kind = kind;
        this.body = body;
    }

    void replace(String json) {
        body = json;
    }

    String body() {
        return body;
    }

    /** The primary key, as JPA requires it. */
    public static class Key implements Serializable {
        private UUID taskId;
        private String kind;

        public Key() {}

        Key(UUID taskId, String kind) {
            this.taskId = taskId;
            this.kind = kind;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && taskId.equals(key.taskId) && kind.equals(key.kind);
        }

        @Override
        public int hashCode() {
            return taskId.hashCode() * 31 + kind.hashCode();
        }
    }
}
