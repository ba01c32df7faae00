package dev.millrace.operations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.catalogue.Catalogue;
import dev.millrace.platform.persistence.RetryOnConflict;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.RequestObject;
import dev.millrace.task.Task;
import dev.millrace.task.TaskNotUnique;
import dev.millrace.task.Tasks;

/**
 * Cancels, retries, changes and deletes tasks for owners and admins. When these methods return, they have committed
 * their changes.
 */
@ApplicationScoped
public class TaskOperations {
    private Tasks find;
    private CancelTasks cancel;
    private RetryTasks retry;
    private ChangeTasks change;
    private DeleteTasks delete;
    private Catalogue catalogue;
    private RunOperation operation;

    /** For the container. */
    protected TaskOperations() {}

    @Inject
    TaskOperations(
            Tasks find,
            CancelTasks cancel,
            RetryTasks retry,
            ChangeTasks change,
            DeleteTasks delete,
            Catalogue catalogue,
            RunOperation operation) {
        this.find = find;
        this.cancel = cancel;
        this.retry = retry;
        this.change = change;
        this.delete = delete;
        this.catalogue = catalogue;
        this.operation = operation;
    }

    /**
     * Cancels one task; a finished one does not change.
     *
     * @param owner of the task, null = any user
     * @param by the actor, for the timeline
     * @throws dev.millrace.task.TaskNotFound if there is no such task
     */
    public void cancelOne(UUID owner, UUID id, Actor by) {
        find.find(owner, id);
        cancelAll(List.of(id), by);
    }

    /** @return how many unfinished tasks are cancelled now, or will be */
    public int cancelAll(Collection<UUID> ids, Actor by) {
        return changed(by, ActionKind.TASK_CANCEL, now -> cancel.cancel(ids, by.username(), now));
    }

    /**
     * Gives one task another attempt.
     *
     * @param owner of the task, null = any user
     * @param body {@code {"parameters": …}} for other parameters from now on; blank = as before
     * @throws dev.millrace.task.TaskNotFound if there is no such task
     * @throws TaskNotRetryable if it has neither failed nor been cancelled
     * @throws TaskNotUnique if its type is unique and an equal task exists
     * @throws InvalidRequest if the parameters do not match the type's schema
     */
    public void retryOne(UUID owner, UUID id, String body, Actor by) {
        Task task = find.find(owner, id);
        JsonValue parameters = body == null || body.isBlank() ? null : parseParameters(body);
        if (parameters != null) {
            List<Fault> faults = catalogue.get(task.type()).faultsIn(parameters, "/parameters");
            if (!faults.isEmpty()) {
                throw new InvalidRequest(faults);
            }
        }
        String json = parameters == null ? null : parameters.toString();
        OperationResult result = retryEach(List.of(id), json, by);
        throwIfDuplicate(result.duplicates());
        if (result.changed().isEmpty()) {
            throw new TaskNotRetryable(id, find.find(owner, id).state());
        }
    }

    /**
     * Changes one waiting task.
     *
     * @param owner of the task, null = any user
     * @param body {@code {"priority": …, "runAt": …}}, at least one of them
     * @throws dev.millrace.task.TaskNotFound if there is no such task
     * @throws TaskNotWaiting if it is no longer waiting
     * @throws InvalidRequest if the body has another form
     */
    public void changeOne(UUID owner, UUID id, String body, Actor by) {
        find.find(owner, id);
        if (changeAll(List.of(id), TaskChange.parse(body), by) == 0) {
            throw new TaskNotWaiting(id, find.find(owner, id).state());
        }
    }

    /**
     * Deletes one task.
     *
     * @param owner of the task, null = any user
     * @param by the actor, for the audit log
     * @throws dev.millrace.task.TaskNotFound if there is no such task
     * @throws TaskNotFinished if it is not finished
     */
    public void deleteOne(UUID owner, UUID id, Actor by) {
        find.find(owner, id);
        if (deleteAll(List.of(id), by) == 0) {
            throw new TaskNotFinished(id, find.find(owner, id).state());
        }
    }

    /** @return the failed or cancelled tasks that wait again, and those that do not because of a duplicate */
    OperationResult retryEach(Collection<UUID> ids, Actor by) {
        return retryEach(ids, null, by);
    }

    /**
     * @return how many failed or cancelled tasks wait again
     * @throws TaskNotUnique if none does, because equal tasks exist
     */
    public int retryAll(Collection<UUID> ids, Actor by) {
        OperationResult result = retryEach(ids, null, by);
        if (result.changed().isEmpty()) {
            throwIfDuplicate(result.duplicates());
        }
        return result.changed().size();
    }

    private OperationResult retryEach(Collection<UUID> ids, String parameters, Actor by) {
        return RetryOnConflict.call(() ->
                operation.run(by, ActionKind.TASK_RETRY, now -> retry.retry(ids, parameters, by.username(), now)));
    }

    /** @throws TaskNotUnique if there is a duplicate */
    static void throwIfDuplicate(Map<Task, UUID> duplicates) {
        duplicates.forEach((task, duplicate) -> {
            throw new TaskNotUnique(duplicate);
        });
    }

    /** @return how many waiting tasks have changed */
    public int changeAll(Collection<UUID> ids, TaskChange changes, Actor by) {
        return changed(by, ActionKind.TASK_CHANGE, now -> change.change(ids, changes, by.username(), now));
    }

    /** @return how many finished tasks are deleted */
    public int deleteAll(Collection<UUID> ids, Actor by) {
        return changed(by, ActionKind.TASK_DELETE, now -> delete.delete(ids, now));
    }

    private static JsonValue parseParameters(String body) {
        RequestObject members = RequestObject.parse(body, Set.of("parameters"));
        JsonValue parameters = members.optional("parameters", "", Function.identity());
        members.throwIfInvalid();
        return parameters;
    }

    private int changed(Actor by, ActionKind action, Function<Instant, OperationResult> change) {
        return operation.run(by, action, change).changed().size();
    }
}
