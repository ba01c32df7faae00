package dev.millrace.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.catalogue.TaskNotices;
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.platform.persistence.RetryOnConflict;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.request.MalformedJson;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.request.TaskRequest;
import dev.millrace.task.GroupCommit;
import dev.millrace.task.IdempotencyKeyReused;
import dev.millrace.task.InsertTasks;
import dev.millrace.task.RequestKey;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskPlan;
import dev.millrace.task.TaskSettings;
import dev.millrace.task.TaskView;
import dev.millrace.task.lifecycle.TaskLifecycle;

/** Submits tasks. When these methods return, they have committed the tasks to SQL, in any state of Redis. */
@ApplicationScoped
public class Submission {
    @Inject
    private CheckRequests check;

    @Inject
    private InsertTasks insertTasks;

    @Inject
    private GroupCommit groupCommit;

    @Inject
    private TaskNotices notices;

    @Inject
    private UserEventPublisher events;

    @Inject
    private TaskLifecycle lifecycle;

    @Inject
    private WakeUpSender wakeUps;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    /** A submitted task as JSON. */
    public record Accepted(UUID id, String json) {}

    /**
     * Submits one task.
     *
     * @param body the request as JSON text
     * @param idempotencyKey the same key and body within 24 h give the same task; null = always a new one
     * @throws MalformedJson if the body is not JSON
     * @throws InvalidRequest if it is not a request for a task, or its parameters do not match the type's schema
     * @throws dev.millrace.catalogue.UnknownTaskType if there is no such type
     * @throws IdempotencyKeyReused if the key came with another body before
     * @throws dev.millrace.task.QueueDraining if its queue accepts no new tasks
     * @throws dev.millrace.limit.BacklogFull if the owner has the maximum of waiting tasks
     * @throws dev.millrace.task.TaskNotUnique if the type is unique and an equal task exists
     */
    public Accepted submit(UUID owner, String body, String idempotencyKey) {
        return checkAndInsert(owner, List.of(ParseTaskRequests.parseOne(body)), RequestKey.parse(idempotencyKey, body))
                .get(0);
    }

    /** Submits many tasks in one transaction: all or none. Otherwise as {@link #insertTasks}. */
    public List<Accepted> submitBatch(UUID owner, String body, String idempotencyKey) {
        return checkAndInsert(
                owner, ParseTaskRequests.parseBatch(body, settings.maxBatch()), RequestKey.parse(idempotencyKey, body));
    }

    private List<Accepted> checkAndInsert(UUID owner, List<TaskRequest> requests, RequestKey key) {
        List<TaskPlan> plans = check.checkAll(requests);
        if (key == null) {
            return insert(owner, plans);
        }
        Instant now = clock.instant();
        return publishNew(RetryOnConflict.call(() -> insertTasks.insertOnce(owner, plans, key, now)));
    }

    private List<Accepted> insert(UUID owner, List<TaskPlan> plans) {
        Instant now = clock.instant();
        return publishNew(
                plans.stream().allMatch(plan -> plan.uniqueness() == null)
                        ? groupCommit.submit(owner, plans, now).stream()
                                .map(task -> new InsertTasks.SubmittedTask(task, true))
                                .toList()
                        : RetryOnConflict.call(() -> insertTasks.insert(owner, plans, now)));
    }

    /**
     * Publishes the new ones, after their commit. Never waits, never fails.
     *
     * @return all of them in order, as JSON
     */
    public List<Accepted> publishNew(List<InsertTasks.SubmittedTask> submitted) {
        Map<UUID, Accepted> published = publish(submitted.stream()
                        .filter(InsertTasks.SubmittedTask::isNew)
                        .map(InsertTasks.SubmittedTask::task)
                        .toList())
                .stream()
                .collect(Collectors.toMap(Accepted::id, Function.identity()));
        return submitted.stream()
                .map(InsertTasks.SubmittedTask::task)
                .map(task -> published.computeIfAbsent(
                        task.id(), id -> new Accepted(id, TaskView.of(task, notices.noticeFor(task)))))
                .toList();
    }

    /**
     * Publishes committed tasks: lifecycle events, events for their owners, wake-ups for the dispatchers. Never waits, never
     * fails.
     *
     * @return all of them in order, as JSON
     */
    public List<Accepted> publish(List<Task> tasks) {
        List<TaskEvent> taskEvents = tasks.stream()
                .map(task -> new TaskEvent(
                        task.owner(),
                        task.state().eventKind(),
                        task.id(),
                        task.createdAt(),
                        TaskView.of(task, notices.noticeFor(task))))
                .toList();
        lifecycle.submitted(tasks);
        events.appendAsync(taskEvents);
        tasks.stream().map(Task::queue).distinct().forEach(wakeUps::workAvailable);
        return taskEvents.stream()
                .map(event -> new Accepted(event.taskId(), event.data()))
                .toList();
    }
}
