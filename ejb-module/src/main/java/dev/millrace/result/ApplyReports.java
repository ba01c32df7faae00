package dev.millrace.result;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.TaskNotices;
import dev.millrace.contract.WorkerReport;
import dev.millrace.limit.RatePermits;
import dev.millrace.limit.TypeLimit;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskSettings;
import dev.millrace.task.TaskState;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskLifecycle;

/**
 * Writes a batch of reports in one transaction. Repeated reports have no effect, and only the reports of the claim's
 * worker count.
 */
@Stateless
public class ApplyReports {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    @Inject
    private TaskFinishedEvents finishedEvents;

    @Inject
    private TaskLifecycle lifecycle;

    private Supplier<Map<String, TypeLimit>> types = Map::of;

    private Function<Task, String> notices = task -> null;

    public ApplyReports() {}

    @Inject
    void limitTypesAs(Catalogue catalogue) {
        types = catalogue::limits;
    }

    ApplyReports(
            EntityManager em,
            TaskSettings settings,
            Clock clock,
            TaskFinishedEvents finishedEvents,
            TaskLifecycle lifecycle) {
        this.em = em;
        this.settings = settings;
        this.clock = clock;
        this.finishedEvents = finishedEvents;
        this.lifecycle = lifecycle;
    }

    @Inject
    void useNotices(TaskNotices known) {
        notices = known::noticeFor;
    }

    /** @return the events for the owners, in order */
    public List<TaskEvent> apply(List<ReceivedReport> batch) {
        Map<UUID, Task> tasks = LockedTasks.loadById(
                em,
                batch.stream()
                        .map(received -> received.report().claim().taskId())
                        .toList());
        Map<UUID, Task> rated = queuedWithRate(tasks);
        ReportHandler changes = new ReportHandler(em, settings, finishedEvents, lifecycle, notices, clock.instant());
        for (ReceivedReport received : batch) {
            Task task = tasks.get(received.report().claim().taskId());
            if (task == null || !task.isCurrentClaim(received.report().claim())) {
                continue;
            }
            if (task.isClaimedByOther(received.worker())) {
                lifecycle.rejected(task, "other_worker");
            } else {
                changes.apply(task, received);
                if (received.report() instanceof WorkerReport.Released released && released.unsuited()) {
                    releasePermit(rated.remove(task.id()));
                }
            }
        }
        new RatePermits(em)
                .spend(rated.values().stream()
                        .filter(task -> task.state() != TaskState.QUEUED)
                        .map(Task::id)
                        .toList());
        return changes.events();
    }

    private Map<UUID, Task> queuedWithRate(Map<UUID, Task> tasks) {
        Map<String, TypeLimit> limits = types.get();
        return tasks.values().stream()
                .filter(task -> task.state() == TaskState.QUEUED)
                .filter(task -> limits.containsKey(task.type())
                        && limits.get(task.type()).rate() != null)
                .collect(Collectors.toMap(Task::id, Function.identity()));
    }

    private void releasePermit(Task task) {
        if (task != null) {
            new RatePermits(em).release(List.of(task.id()));
        }
    }

    /** Fails if the database is unreachable. */
    public void checkDatabase() {
        em.createNativeQuery("select 1").getSingleResult();
    }
}
