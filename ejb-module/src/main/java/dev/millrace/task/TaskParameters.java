package dev.millrace.task;

import jakarta.persistence.EntityManager;

/**
 * The place of a task's parameters: its own row, or a row of their own when they are long. Parameters that refer to
 * results of other tasks are also stored as a template. Each release by the workflow fills it in.
 */
public final class TaskParameters {
    private TaskParameters() {}

    /** @return JSON text */
    public static String load(EntityManager em, Task task) {
        return task.parameters() != null
                ? task.parameters()
                : em.find(Payload.class, key(task, Payload.PARAMETERS)).body();
    }

    /** Stores the present ones as a template too; the task is in the database. */
    public static void saveTemplate(EntityManager em, Task task, String json) {
        em.persist(new Payload(task.id(), Payload.TEMPLATE, json));
    }

    /** @return the template, as JSON text; null if there is none */
    public static String template(EntityManager em, Task task) {
        Payload template = em.find(Payload.class, key(task, Payload.TEMPLATE));
        return template == null ? null : template.body();
    }

    /** Replaces the parameters, and a template, too; the caller holds the task's row. */
    public static void replace(EntityManager em, Task task, String json) {
        Payload template = em.find(Payload.class, key(task, Payload.TEMPLATE));
        if (template != null) {
            em.remove(template);
        }
        fill(em, task, json);
    }

    /** Stores the filled-in template; the caller holds the task's row. */
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
