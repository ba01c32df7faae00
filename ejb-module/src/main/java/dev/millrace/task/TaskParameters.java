package dev.millrace.task;

import jakarta.persistence.EntityManager;

/**
 * Where a task's parameters lie: in its own row, or beside it when they are long. Those that refer to results of other
 * tasks are also kept as they were asked for, to be filled in each time the task's turn comes.
 */
public final class TaskParameters {
    private TaskParameters() {}

    /** @return JSON text */
    public static String load(EntityManager em, Task task) {
        return task.parameters() != null
                ? task.parameters()
                : em.find(Payload.class, key(task, Payload.PARAMETERS)).body();
    }

    /** Keeps the present ones as a template too; the task is in the database. */
    public static void saveTemplate(EntityManager em, Task task, String json) {
        em.persist(new Payload(task.id(), Payload.TEMPLATE, json));
    }

    /** @return what is to be filled in, as JSON text; null if there is nothing to fill in */
    public static String template(EntityManager em, Task task) {
        Payload template = em.find(Payload.class, key(task, Payload.TEMPLATE));
        return template == null ? null : template.body();
    }

    /** Puts others in their place, also in place of a template; the caller holds the task's row. */
    public static void replace(EntityManager em, Task task, String json) {
        Payload template = em.find(Payload.class, key(task, Payload.TEMPLATE));
        if (template != null) {
            em.remove(template);
        }
        fill(em, task, json);
    }

    /** Puts in place what came of the template; the caller holds the task's row. */
    public static void fill(EntityManager em, Task task, String json) {
        Payload old = em.find(Payload.class, key(task, Payload.PARAMETERS));
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

    private static Payload.Key key(Task task, String kind) {
        return new Payload.Key(task.id(), kind);
    }
}
