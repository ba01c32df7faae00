package dev.millrace.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.catalogue.TaskNotices;
import dev.millrace.submission.UniqueRules;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.FairQueue;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.LogLine;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskParameters;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;
import dev.millrace.task.UniqueRetries;
import dev.millrace.task.Uniqueness;
import dev.millrace.task.lifecycle.TaskRetried;

/** Gives failed and cancelled tasks another attempt, in SQL. All of a call in one transaction. */
@Stateless
public class RetryTasks {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private FairQueue fairQueue;

    @Inject
    private Queues queues;

    @Inject
    private DeclareQueues declare;

    /** Type and parameters, as JSON text, give the uniqueness. */
    private BiFunction<String, String, Uniqueness> uniqueness;

    private Consumer<TaskRetried> onRetried = retried -> {};

    private Function<Task, String> notices = task -> null;

    public RetryTasks() {}

    RetryTasks(EntityManager em, FairQueue fairQueue, BiFunction<String, String, Uniqueness> rules) {
        this.em = em;
        this.uniqueness = rules;
        this.fairQueue = fairQueue;
        this.queues = new Queues(em);
        this.declare = new DeclareQueues(em);
    }

    @Inject
    void fireRetried(Event<TaskRetried> event) {
        onRetried = event::fire;
    }

    @Inject
    void useUniqueRules(UniqueRules unique) {
        uniqueness = unique::uniquenessOf;
    }

    @Inject
    void useNotices(TaskNotices known) {
        notices = known::noticeFor;
    }

    /** Notifies these listeners instead of the container's. */
    RetryTasks withListener(Consumer<TaskRetried> others) {
        onRetried = others;
        return this;
    }

    /**
     * Retries the failed and cancelled ones of the tasks. The others do not change, nor do unique tasks with a
     * duplicate.
     *
     * @param parameters the new ones as JSON text, null = as before
     * @param by the username, for the timeline
     */
    public OperationResult retry(Collection<UUID> ids, String parameters, String by, Instant now) {
        List<Task> changed = new ArrayList<>();
        List<TaskEvent> events = new ArrayList<>();
        Map<Task, UUID> duplicates = new HashMap<>();
        List<Task> retryable = LockedTasks.loadById(em, ids).values().stream()
                .filter(task -> task.state().mayBecome(TaskState.WAITING)
                        && !task.state().isInFlight())
                .toList();
        UniqueRetries unique = new UniqueRetries(em, uniquenessOf(retryable, parameters), now);
        for (Task task : retryable) {
            UUID duplicate = unique.duplicateOf(task);
            if (duplicate != null) {
                duplicates.put(task, duplicate);
                continue;
            }
            if (parameters != null) {
                TaskParameters.replace(em, task, parameters);
            }
            declare.restore(task.queue(), now);
            task.retry(startTagOf(task), now);
            em.persist(new LogLine(
                    task,
                    "retry-" + task.revision(),
                    "retried",
                    now,
                    null,
                    "Retried by " + by + (parameters == null ? "." : " with new parameters.")));
            onRetried.accept(new TaskRetried(task));
            changed.add(task);
            events.add(TaskView.stateEvent(task, now, notices));
        }
        unique.write();
        return new OperationResult(changed, events, Map.of(), duplicates);
    }

    /** In a workflow each task is its own. */
    private Map<Task, Uniqueness> uniquenessOf(List<Task> tasks, String parameters) {
        Map<Task, Uniqueness> byTask = new LinkedHashMap<>();
        for (Task task : tasks) {
            byTask.put(
                    task,
                    task.workflow() != null
                            ? null
                            : uniqueness.apply(
                                    task.type(), parameters == null ? TaskParameters.load(em, task) : parameters));
        }
        return byTask;
    }

    /** A task of a workflow gets its queue placement when its workflow releases it. */
    private long startTagOf(Task task) {
        return task.workflow() != null ? task.startTag() : fairQueue.nextStartTag(task, queues::loadFairQueueState);
    }
}
