package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Inserts new tasks as WAITING, all of a call in one transaction. */
@Stateless
public class InsertTasks {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private TaskFactory taskFactory;

    public InsertTasks() {}

    InsertTasks(EntityManager em, TaskFactory taskFactory) {
        this.em = em;
        this.taskFactory = taskFactory;
    }

    /**
     * The outcome of a request.
     *
     * @param isNew false if the task existed before
     */
    public record SubmittedTask(Task task, boolean isNew) {}

    /** @return the task of each plan, in their order; errors as for {@link #insert} */
    public List<Task> insertTasks(UUID owner, List<TaskPlan> plans, Instant now) {
        return insert(owner, plans, now).stream().map(SubmittedTask::task).toList();
    }

    /**
     * @return the outcome of each plan, in their order
     * @throws QueueDraining if one of their queues accepts no new tasks
     * @throws dev.millrace.limit.BacklogFull if they exceed the owner's limit of waiting tasks
     * @throws TaskNotUnique if a unique one has a duplicate, and its type rejects repetitions
     */
    public List<SubmittedTask> insert(UUID owner, List<TaskPlan> plans, Instant now) {
        List<String> keys = plans.stream()
                .map(plan -> plan.uniqueness() == null ? null : UniqueKey.of(owner, plan.type(), plan.uniqueness()))
                .toList();
        UniquenessCheck unique =
                new UniquenessCheck(em, keys.stream().filter(Objects::nonNull).toList(), now);
        List<SubmittedTask> submitted = new ArrayList<>(plans.size());
        Map<Task, TaskPlan> created = new LinkedHashMap<>();
        for (int i = 0; i < plans.size(); i++) {
            TaskPlan plan = plans.get(i);
            String key = keys.get(i);
            Task known = key == null ? null : unique.findExisting(key, plan);
            Task task = known != null ? known : taskFactory.create(owner, plan, now);
            submitted.add(new SubmittedTask(task, known == null));
            if (known == null) {
                created.put(task, plan);
            }
            if (key != null && known == null) {
                unique.assign(key, plan.uniqueness().period(), task);
            }
        }
        taskFactory.admit(owner, List.copyOf(created.values()));
        write(created, unique);
        return submitted;
    }

    /** Inserts tasks that the {@link TaskFactory} has created, of any owner: all or none. */
    public void insertAll(List<Map<Task, TaskPlan>> created) {
        Map<Task, TaskPlan> all = new LinkedHashMap<>();
        created.forEach(all::putAll);
        writePayloads(persist(all));
    }

    /**
     * The tasks of the key; new ones if it has none. Errors as for {@link #insert}.
     *
     * @throws IdempotencyKeyReused if the key's tasks come from another request
     */
    public List<SubmittedTask> insertOnce(UUID owner, List<TaskPlan> plans, IdempotentRequest request, Instant now) {
        IdempotencyCheck check = new IdempotencyCheck(em, owner, request, now);
        List<Task> known = check.submittedBefore();
        if (!known.isEmpty()) {
            return known.stream().map(task -> new SubmittedTask(task, false)).toList();
        }
        List<SubmittedTask> submitted = insert(owner, plans, now);
        check.remember(submitted.stream().map(SubmittedTask::task).toList());
        return submitted;
    }

    private void write(Map<Task, TaskPlan> created, UniquenessCheck unique) {
        writePayloads(persist(created));
        if (unique.hasChanges()) {
            em.flush(); // rows that refer to the tasks come after them
            unique.write();
        }
    }

    /** @return the parameters that are too long for their tasks' rows */
    private List<Payload> persist(Map<Task, TaskPlan> created) {
        List<Payload> payloads = new ArrayList<>();
        created.forEach((task, plan) -> {
            em.persist(task);
            if (task.parameters() == null) {
                payloads.add(new Payload(task.id(), Payload.PARAMETERS, plan.parameters()));
            }
        });
        return payloads;
    }

    private void writePayloads(List<Payload> payloads) {
        if (!payloads.isEmpty()) {
            em.flush(); // rows that refer to the tasks come after them
            payloads.forEach(em::persist);
        }
    }
}
