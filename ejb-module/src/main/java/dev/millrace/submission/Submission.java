package dev.millrace.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.platform.persistence.RetryOnConflict;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.MalformedJson;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.request.TaskRequest;
import dev.millrace.task.GroupCommit;
import dev.millrace.task.IdempotencyKeyReused;
import dev.millrace.task.IdempotentRequest;
import dev.millrace.task.InsertTasks;
import dev.millrace.task.TaskPlan;
import dev.millrace.task.TaskSettings;

/** Submits tasks. When these methods return, they have committed the tasks to SQL, in any state of Redis. */
@ApplicationScoped
public class Submission {
    private CheckRequests check;
    private InsertTasks insertTasks;
    private GroupCommit groupCommit;
    private PublishTasks publishTasks;
    private TaskSettings settings;
    private Clock clock;

    /** A submitted task as JSON. */
    public record Accepted(UUID id, String json) {}

    /** For the container. */
    protected Submission() {}

    @Inject
    Submission(
            CheckRequests check,
            InsertTasks insertTasks,
            GroupCommit groupCommit,
            PublishTasks publishTasks,
            TaskSettings settings,
            Clock clock) {
        this.check = check;
        this.insertTasks = insertTasks;
        this.groupCommit = groupCommit;
        this.publishTasks = publishTasks;
        this.settings = settings;
        this.clock = clock;
    }

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
        return checkAndInsert(
                        owner, List.of(ParseTaskRequests.parseOne(body)), IdempotentRequest.parse(idempotencyKey, body))
                .get(0);
    }

    /** Submits many tasks in one transaction: all or none. Otherwise as {@link #submit}. */
    public List<Accepted> submitBatch(UUID owner, String body, String idempotencyKey) {
        return checkAndInsert(
                owner,
                ParseTaskRequests.parseBatch(body, settings.maxBatch()),
                IdempotentRequest.parse(idempotencyKey, body));
    }

    private List<Accepted> checkAndInsert(UUID owner, List<TaskRequest> requests, IdempotentRequest key) {
        List<TaskPlan> plans = check.checkAll(requests);
        if (key == null) {
            return insert(owner, plans);
        }
        Instant now = clock.instant();
        return publishTasks.publishNew(RetryOnConflict.call(() -> insertTasks.insertOnce(owner, plans, key, now)));
    }

    private List<Accepted> insert(UUID owner, List<TaskPlan> plans) {
        Instant now = clock.instant();
        return publishTasks.publishNew(
                plans.stream().allMatch(plan -> plan.uniqueness() == null)
                        ? groupCommit.submit(owner, plans, now).stream()
                                .map(task -> new InsertTasks.SubmittedTask(task, true))
                                .toList()
                        : RetryOnConflict.call(() -> insertTasks.insert(owner, plans, now)));
    }
}
