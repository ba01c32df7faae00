package dev.millrace.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

import dev.millrace.catalogue.TaskNotices;
import dev.millrace.dispatch.WakeUps;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.push.UserEvents;
import dev.millrace.request.MalformedJson;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.request.TaskRequest;
import dev.millrace.task.GroupCommit;
import dev.millrace.task.IdempotencyKeyReused;
import dev.millrace.task.RequestKey;
import dev.millrace.task.SubmitTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskPlan;
import dev.millrace.task.TaskSettings;
import dev.millrace.task.TaskView;
import dev.millrace.task.lifecycle.TaskLifecycle;

/** The way in: a submitted task is in SQL when these methods return, whatever Redis does. */
@ApplicationScoped
public class Submission {
    @Inject
    private CheckRequests check;

    @Inject
    private SubmitTasks submit;

    @Inject
    private GroupCommit together;

    @Inject
    private TaskNotices notices;

    @Inject
    private UserEvents events;

    @Inject
    private TaskLifecycle happenings;

    @Inject
    private WakeUps wakeUps;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    /** A task that was accepted, as JSON. */
    public record Accepted(UUID id, String json) {}

    /**
     * Submits one task.
     *
     * @param body the wish, as JSON text
     * @param idempotencyKey the same key and body within 24 h give the same task; null = always a new one
     * @throws MalformedJson if the body is not JSON
     * @throws InvalidRequest if it is not a wish for a task, or its parameters are not what the type wants
     * @throws dev.millrace.catalogue.UnknownTaskType if there is no such type
     * @throws IdempotencyKeyReused if the key came with another body before
     * @throws dev.millrace.task.QueueDraining if its queue takes nothing new
     * @throws dev.millrace.limit.BacklogFull if the owner has as many tasks waiting as may be
     * @throws dev.millrace.task.TaskNotUnique if the type takes no second one of the same
     */
    public Accepted one(UUID owner, String body, String idempotencyKey) {
        return submit(owner, List.of(ParseTaskRequests.one(body)), RequestKey.of(idempotencyKey, body))
                .get(0);
    }

    /** Submits many tasks in one transaction: all or none. Otherwise as {@link #one}. */
    public List<Accepted> many(UUID owner, String body, String idempotencyKey) {
        return submit(owner, ParseTaskRequests.many(body, settings.maxBatch()), RequestKey.of(idempotencyKey, body));
    }

    private List<Accepted> submit(UUID owner, List<TaskRequest> requests, RequestKey key) {
        List<TaskPlan> plans = check.check(requests);
        if (key == null) {
            return answered(owner, plans);
        }
        Instant now = clock.instant();
        return answered(onceMore(() -> submit.submitOnce(owner, plans, key, now)));
    }

    private List<Accepted> answered(UUID owner, List<TaskPlan> plans) {
        Instant now = clock.instant();
        return answered(
                plans.stream().allMatch(plan -> plan.uniqueness() == null)
                        ? together.submit(owner, plans, now).stream()
                                .map(task -> new SubmitTasks.SubmittedTask(task, true))
                                .toList()
                        : onceMore(() -> submit.submitEach(owner, plans, now)));
    }

    /**
     * Tries twice: if the same key or the same unique task came at the same moment and the other request was first, then what
     * it made is there now.
     */
    public static <T> T onceMore(Supplier<T> submission) {
        try {
            return submission.get();
        } catch (EJBException | PersistenceException e) {
            return submission.get();
        }
    }

    /** Tells of those that are new, once they are committed. Never waits, never fails. */
    public List<Accepted> answered(List<SubmitTasks.SubmittedTask> submitted) {
        Map<UUID, Accepted> fresh = accept(submitted.stream()
                        .filter(SubmitTasks.SubmittedTask::isNew)
                        .map(SubmitTasks.SubmittedTask::task)
                        .toList())
                .stream()
                .collect(Collectors.toMap(Accepted::id, Function.identity()));
        return submitted.stream()
                .map(SubmitTasks.SubmittedTask::task)
                .map(task -> fresh.computeIfAbsent(task.id(), id -> new Accepted(id, TaskView.of(task, notice(task)))))
                .toList();
    }

    /** @return what the owner should know of a task that does not move, or null */
    public String notice(Task task) {
        return notices.of(task);
    }

    /** Tells the owners and the dispatchers of new tasks, once they are committed. Never waits, never fails. */
    public List<Accepted> accept(List<Task> tasks) {
        List<TaskEvent> told = tasks.stream()
                .map(task -> new TaskEvent(
                        task.owner(),
                        task.state().eventKind(),
                        task.id(),
                        task.createdAt(),
                        TaskView.of(task, notice(task))))
                .toList();
        happenings.submitted(tasks);
        events.appendSoon(told);
        tasks.stream().map(Task::queue).distinct().forEach(wakeUps::wake);
        return told.stream()
                .map(event -> new Accepted(event.taskId(), event.data()))
                .toList();
    }
}
