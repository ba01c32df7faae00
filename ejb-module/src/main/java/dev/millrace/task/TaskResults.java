package dev.millrace.task;

import jakarta.persistence.EntityManager;

/** The place of a task's result: its own row, or a row of its own when it is long. */
public final class TaskResults {
    private TaskResults() {}

    /** @return JSON text, null if there is none */
    public static String load(EntityManager em, Task task) {
        return task.result() != null || !task.hasResult()
                ? task.result()
                : em.find(Payload.class, new Payload.Key(task.id(), Payload.RESULT))
                        .body();
    }
}
