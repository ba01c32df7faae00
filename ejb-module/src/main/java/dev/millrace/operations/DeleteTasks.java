package dev.millrace.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.task.LockedTasks;
import dev.millrace.task.PermittedOperation;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskFilter;
import dev.millrace.task.TaskSelection;
import dev.millrace.task.TaskView;

/** Deletes finished tasks from SQL, with all their data. All of a call in one transaction. */
@Stateless
public class DeleteTasks {
    @PersistenceContext
    private EntityManager em;

    public DeleteTasks() {}

    DeleteTasks(EntityManager em) {
        this.em = em;
    }

    /** Deletes the tasks that are finished, as their workflows are; the others do not change. */
    public OperationResult delete(Collection<UUID> ids, Instant now) {
        TaskSelection deletable =
                new TaskSelection(TaskFilter.ALL, Set.copyOf(ids), PermittedOperation.DELETABLE, null, now);
        List<Task> deleted = new ArrayList<>();
        List<TaskEvent> events = new ArrayList<>();
        for (Task task : LockedTasks.loadById(em, deletable.ids(em, ids.size())).values()) {
            if (task.state().isFinished()) {
                em.remove(task); // the database's cascade deletes its other rows
                deleted.add(task);
                events.add(new TaskEvent(task.owner(), "deleted", task.id(), now, TaskView.of(task)));
            }
        }
        return new OperationResult(deleted, events, Map.of());
    }
}
