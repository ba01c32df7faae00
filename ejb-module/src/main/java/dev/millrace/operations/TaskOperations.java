package dev.millrace.operations;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;

import dev.millrace.account.Accounts;
import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.catalogue.Catalogue;
import dev.millrace.dispatch.StopOrders;
import dev.millrace.dispatch.WakeUps;
import dev.millrace.platform.persistence.RetryOnConflict;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.push.UserEvents;
import dev.millrace.request.RequestObject;
import dev.millrace.task.Task;
import dev.millrace.task.TaskNotUnique;
import dev.millrace.task.Tasks;

/** The way in for people who intervene; changes are in SQL when these methods return, whatever Redis does. */
@ApplicationScoped
public class TaskOperations {
    @Inject
    private Tasks find;

    @Inject
    private CancelTasks cancel;

    @Inject
    private RetryTasks retry;

    @Inject
    private ChangeTasks change;

    @Inject
    private DeleteTasks delete;

    @Inject
    private Catalogue catalogue;

    @Inject
    private UserEvents events;

    @Inject
    private WakeUps wakeUps;

    @Inject
    private StopOrders orders;

    @Inject
    private AuditLog audit;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    /**
     * Cancels one task; one that is finished stays as it is.
     *
     * @param owner whose task it must be, null = anybody's
     * @param by who wants it, for the timeline
     * @throws dev.millrace.task.TaskNotFound if there is no such task
     */
    public void cancel(UUID owner, UUID id, Actor by) {
        find.find(owner, id);
        cancel(List.of(id), by);
    }

    /** @return how many tasks were not finished and are cancelled now, or are going to be */
    public int cancel(Collection<UUID> ids, Actor by) {
        return done(by, ActionKind.TASK_CANCEL, () -> cancel.cancel(ids, by.username(), clock.instant()));
    }

    /**
     * Gives one task another try.
     *
     * @param owner whose task it must be, null = anybody's
     * @param body {@code {"parameters": …}} to run it with other parameters from now on; blank = as before
     * @throws dev.millrace.task.TaskNotFound if there is no such task
     * @throws TaskNotRetryable if it has neither failed nor been cancelled
     * @throws TaskNotUnique if it has to be unique and another task stands for the same wish
     * @throws InvalidRequest if the parameters are not what the task's type wants
     */
    public void retry(UUID owner, UUID id, String body, Actor by) {
        Task task = find.find(owner, id);
        JsonValue parameters = body == null || body.isBlank() ? null : parametersIn(body);
        if (parameters != null) {
            List<Fault> faults = catalogue.named(task.type()).faultsIn(parameters, "/parameters");
            if (!faults.isEmpty()) {
                throw new InvalidRequest(faults);
            }
        }
        String json = parameters == null ? null : parameters.toString();
        OperationResult done = retry(List.of(id), json, by);
        refuseTwins(done.twins());
        if (done.changed().isEmpty()) {
            throw new TaskNotRetryable(id, find.find(owner, id).state());
        }
    }

    /**
     * Changes one task that waits.
     *
     * @param owner whose task it must be, null = anybody's
     * @param body {@code {"priority": …, "runAt": …}}, one of them at least
     * @throws dev.millrace.task.TaskNotFound if there is no such task
     * @throws TaskNotWaiting if it is no longer waiting
     * @throws InvalidRequest if the body is something else
     */
    public void change(UUID owner, UUID id, String body, Actor by) {
        find.find(owner, id);
        if (change(List.of(id), TaskChange.read(body), by) == 0) {
            throw new TaskNotWaiting(id, find.find(owner, id).state());
        }
    }

    /**
     * Deletes one task.
     *
     * @param owner whose task it must be, null = anybody's
     * @param by who wants it, for the audit log
     * @throws dev.millrace.task.TaskNotFound if there is no such task
     * @throws TaskNotFinished if it is not finished
     */
    public void delete(UUID owner, UUID id, Actor by) {
        find.find(owner, id);
        if (delete(List.of(id), by) == 0) {
            throw new TaskNotFinished(id, find.find(owner, id).state());
        }
    }

    /** @return which tasks had failed or been cancelled and wait again, and which do not because of a twin */
    OperationResult retry(Collection<UUID> ids, Actor by) {
        return retry(ids, null, by);
    }

    /**
     * @return how many tasks had failed or been cancelled and wait again
     * @throws TaskNotUnique if none does, because other tasks stand for the same wishes
     */
    public int retryAny(Collection<UUID> ids, Actor by) {
        OperationResult done = retry(ids, null, by);
        if (done.changed().isEmpty()) {
            refuseTwins(done.twins());
        }
        return done.changed().size();
    }

    private OperationResult retry(Collection<UUID> ids, String parameters, Actor by) {
        OperationResult done = RetryOnConflict.call(() ->
                written(by, ActionKind.TASK_RETRY, () -> retry.retry(ids, parameters, by.username(), clock.instant())));
        makeKnown(done);
        return done;
    }

    /** @throws TaskNotUnique if there is a twin */
    static void refuseTwins(Map<Task, UUID> twins) {
        twins.forEach((task, twin) -> {
            throw new TaskNotUnique(task.type(), twin);
        });
    }

    /** @return how many tasks waited and are changed */
    public int change(Collection<UUID> ids, TaskChange wanted, Actor by) {
        return done(by, ActionKind.TASK_CHANGE, () -> change.change(ids, wanted, by.username(), clock.instant()));
    }

    /** @return how many tasks were finished and are deleted */
    public int delete(Collection<UUID> ids, Actor by) {
        return done(by, ActionKind.TASK_DELETE, () -> delete.delete(ids, clock.instant()));
    }

    private static JsonValue parametersIn(String body) {
        RequestObject members = RequestObject.parse(body, Set.of("parameters"));
        JsonValue parameters = members.optional("parameters", "", Function.identity());
        members.throwIfInvalid();
        return parameters;
    }

    /** What is done to other people's tasks is written down, in the same transaction. */
    private int done(Actor by, ActionKind action, Supplier<OperationResult> change) {
        return makeKnown(written(by, action, change));
    }

    private OperationResult written(Actor by, ActionKind action, Supplier<OperationResult> change) {
        return audit.doing(by, change, done -> AuditForeignTasks.deed(by, action, done.changed(), accounts::usernames));
    }

    private int makeKnown(OperationResult done) {
        events.appendAsync(done.events());
        done.stopped().forEach(orders::withdraw);
        done.changed().stream().map(Task::queue).distinct().forEach(wakeUps::workAvailable);
        return done.changed().size();
    }
}
