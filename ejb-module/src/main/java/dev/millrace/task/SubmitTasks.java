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

/** Writes new tasks as WAITING, all of a call in one transaction. */
@Stateless
public class SubmitTasks {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private CreateTasks createTasks;

    public SubmitTasks() {}

    SubmitTasks(EntityManager em, CreateTasks createTasks) {
        this.em = em;
        this.createTasks = createTasks;
    }

    /**
     * What became of a wish.
     *
     * @param isNew false if the task was there before
     */
    public record SubmittedTask(Task task, boolean isNew) {}

    /** @return the task of each plan, in their order; errors as for {@link #submit} */
    public List<Task> submitTasks(UUID owner, List<TaskPlan> plans, Instant now) {
        return submit(owner, plans, now).stream().map(SubmittedTask::task).toList();
    }

    /**
     * @return what became of each plan, in their order
     * @throws QueueDraining if a queue of theirs takes nothing new
     * @throws dev.millrace.limit.BacklogFull if they are more than may wait of this owner's
     * @throws TaskNotUnique if one has to be unique and is not, and is to be refused then
     */
    public List<SubmittedTask> submit(UUID owner, List<TaskPlan> plans, Instant now) {
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
            Task task = known != null ? known : createTasks.create(owner, plan, now);
            submitted.add(new SubmittedTask(task, known == null));
            if (known == null) {
                created.put(task, plan);
            }
            if (key != null && known == null) {
                unique.assign(key, plan.uniqueness().period(), task);
            }
        }
        createTasks.admit(owner, List.copyOf(created.values()));
        write(created, unique);
        return submitted;
    }

    /** Writes tasks that were {@linkplain CreateTasks#create made}, whosever they are: all or none. */
    public void writeAll(List<Map<Task, TaskPlan>> made) {
        Map<Task, TaskPlan> all = new LinkedHashMap<>();
        made.forEach(all::putAll);
        writePayloads(persist(all));
    }

    /**
     * The tasks that the key stands for; new ones if it does not stand for any. Errors as for {@link #submit}.
     *
     * @throws IdempotencyKeyReused if the key stands for tasks that were asked for differently
     */
    public List<SubmittedTask> submitOnce(UUID owner, List<TaskPlan> plans, RequestKey request, Instant now) {
        IdempotencyCheck check = new IdempotencyCheck(em, owner, request, now);
        List<Task> known = check.submittedBefore();
        if (!known.isEmpty()) {
            return known.stream().map(task -> new SubmittedTask(task, false)).toList();
        }
        List<SubmittedTask> submitted = submit(owner, plans, now);
        check.remember(submitted.stream().map(SubmittedTask::task).toList());
        return submitted;
    }

    private void write(Map<Task, TaskPlan> created, UniquenessCheck unique) {
        writePayloads(persist(created));
        if (unique.hasChanges()) {
            em.flush(); // what refers to the tasks comes after them
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
            em.flush(); // what refers to the tasks comes after them
            payloads.forEach(em::persist);
        }
    }
}
