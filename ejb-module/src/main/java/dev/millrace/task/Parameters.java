package dev.millrace.task;

import jakarta.persistence.EntityManager;

/** Where a task's parameters lie: in its own row, or beside it when they are long. */
public final class Parameters {
    private Parameters() {}

    /** @return JSON text */
    public static String of(EntityManager em, Task task) {
        return task.parameters() != null
                ? task.parameters()
                : em.find(Payload.class, new Payload.Key(task.id(), Payload.PARAMETERS))
                        .body();
    }

    /** Puts others in their place; the caller holds the task's row. */
    public static void replace(EntityManager em, Task task, String json) {
        Payload old = em.find(Payload.class, new Payload.Key(task.id(), Payload.PARAMETERS));
        task.replaceParameters(json);
        if (task.parameters() != null) {
            if (old != null) {
                em.remove(old);
            }
        } else if (old != null) {
            old.replace(json);
        } else {
            em.persist(new Payload(task.id(), Payload.PARAMETERS, json));
        }
    }
}
