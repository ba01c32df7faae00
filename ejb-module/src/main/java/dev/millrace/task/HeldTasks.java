package dev.millrace.task;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

/** Finished tasks that nobody may delete, because the workflow they belong to goes on. */
public final class HeldTasks {
    /** SQL that is true of such a row of {@code mr_task}. */
    public static final String CONDITION = "exists (select 1 from mr_workflow w where w.finished_at is null"
            + " and w.id = cast(mr_task.workflow_id as uuid))";

    private HeldTasks() {}

    /** @return those of the tasks that may be deleted */
    public static List<Task> leftOut(EntityManager em, Collection<Task> tasks) {
        Set<UUID> workflows =
                tasks.stream().map(Task::workflow).filter(Objects::nonNull).collect(Collectors.toSet());
        if (workflows.isEmpty()) {
            return List.copyOf(tasks);
        }
        List<UUID> unfinished = em.createQuery(
                        "select w.id from Workflow w where w.finishedAt is null and w.id in :workflows", UUID.class)
                .setParameter("workflows", workflows)
                .getResultList();
        return tasks.stream()
                .filter(task -> !unfinished.contains(task.workflow()))
                .toList();
    }
}
