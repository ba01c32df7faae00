package dev.millrace.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.persistence.EntityManager;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.WorkerReport;
import dev.millrace.task.Attempt;
import dev.millrace.task.LogLine;
import dev.millrace.task.LostClaims;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskSettings;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskLifecycle;

/** What one batch of reports does to its tasks; collects what their owners are to be told. */
final class ReportHandler {
    static final int MAX_LOG_LINES = 1_000;

    private final EntityManager em;
    private final LostClaims lost;
    private final ReportTimes times;
    private final TaskFinishedEvents endings;
    private final TaskLifecycle happenings;
    private final Function<Task, String> notices;
    private final Instant now;
    private final List<TaskEvent> events = new ArrayList<>();
    private final Map<UUID, Integer> progressAt = new HashMap<>();

    ReportHandler(
            EntityManager em,
            TaskSettings settings,
            TaskFinishedEvents endings,
            TaskLifecycle happenings,
            Function<Task, String> notices,
            Instant now) {
        this.em = em;
        this.lost = new LostClaims(em, settings, now);
        this.times = new ReportTimes(now);
        this.endings = endings;
        this.happenings = happenings;
        this.notices = notices;
        this.now = now;
    }

    List<TaskEvent> events() {
        return events;
    }

    /** The report is on the task's present claim. */
    void apply(Task task, ReceivedReport received) {
        WorkerReport report = received.report();
        if (report instanceof WorkerReport.Log log) {
            keepLine(task, received, log);
        } else if (!task.state().isInFlight()) {
            tellAgain(task, received);
        } else if (report instanceof WorkerReport.Started started) {
            start(task, started.worker(), times.arrived(task, received.entryId()));
        } else if (report instanceof WorkerReport.Progress progress) {
            advance(task, progress, times.arrived(task, received.entryId()));
        } else {
            end(task, received);
        }
    }

    private void start(Task task, String worker, Instant at) {
        if (task.state() == TaskState.QUEUED) {
            task.start(worker, at);
            happenings.attemptStarted(task);
            tell(TaskView.stateEvent(task, at));
        }
    }

    private void advance(Task task, WorkerReport.Progress progress, Instant at) {
        start(task, progress.worker(), at);
        task.reportProgress(progress.fraction(), progress.message());
        TaskEvent event = TaskView.progressEvent(task, "progress", at, null);
        Integer earlier = progressAt.get(task.id());
        if (earlier == null) {
            progressAt.put(task.id(), events.size());
            events.add(event);
        } else {
            events.set(earlier, event);
        }
    }

    private void keepLine(Task task, ReceivedReport received, WorkerReport.Log log) {
        if (received.repeated() && em.find(LogLine.class, new LogLine.Key(task.id(), received.entryId())) != null) {
            return;
        }
        if (task.admitsLogLine(MAX_LOG_LINES)) {
            Instant at = times.arrived(task, received.entryId());
            em.persist(new LogLine(task, received.entryId(), "log", at, log.worker(), log.line()));
            tell(TaskView.progressEvent(task, "log", at, log.line()));
        }
    }

    private void end(Task task, ReceivedReport received) {
        WorkerReport report = received.report();
        if (report instanceof WorkerReport.Succeeded succeeded) {
            succeed(task, succeeded);
        } else if (report instanceof WorkerReport.Failed failed) {
            fail(task, received.rejection(), failed);
        } else if (report instanceof WorkerReport.Cancelled cancelled) {
            Duration ran = times.ran(task, cancelled.startedAt(), cancelled.at());
            em.persist(new Attempt(task, "cancelled", cancelled.worker(), times.began(task, ran), now, null));
            task.cancel(cancelled.worker(), now);
            happenings.attemptFinished(task, ran);
        } else if (report instanceof WorkerReport.Released released) {
            release(task, received.entryId(), released);
        }
        endings.fireIfFinished(task);
        tell(TaskView.stateEvent(task, now, notices));
    }

    private void release(Task task, String entryId, WorkerReport.Released released) {
        LostClaims.LossReason way =
                released.unsuited() ? LostClaims.LossReason.UNSUITED : LostClaims.LossReason.RELEASED;
        boolean counted = lost.record(task, way, released.worker(), entryId, released.reason());
        happenings.claimLost(task, released.unsuited() ? "unsuited" : "released");
        if (counted && !task.state().isFinished()) {
            happenings.retried(task);
        }
    }

    private void succeed(Task task, WorkerReport.Succeeded succeeded) {
        AttemptError fault = ResultCheck.faultOf(succeeded.result());
        if (fault != null) {
            fail(
                    task,
                    null,
                    new WorkerReport.Failed(
                            succeeded.claim(),
                            succeeded.worker(),
                            succeeded.at(),
                            succeeded.startedAt(),
                            fault,
                            false,
                            null));
            return;
        }
        Duration ran = times.ran(task, succeeded.startedAt(), succeeded.at());
        Instant began = times.began(task, ran);
        em.persist(new Attempt(task, "succeeded", succeeded.worker(), began, now, null));
        if (task.state() == TaskState.QUEUED) {
            start(task, succeeded.worker(), began);
        }
        task.succeed(succeeded.result(), succeeded.worker(), now);
        happenings.attemptFinished(task, ran);
        if (task.result() == null) {
            em.persist(task.longResult(succeeded.result()));
        }
    }

    private void fail(Task task, ReportRejection refusal, WorkerReport.Failed failed) {
        Duration ran = times.ran(task, failed.startedAt(), failed.at());
        em.persist(new Attempt(task, "failed", failed.worker(), times.began(task, ran), now, failed.error()));
        task.failAttempt(failed.error(), failed.retry(), failed.retryIn(), failed.worker(), now);
        if (refusal == null) {
            happenings.attemptFinished(task, ran);
        } else {
            happenings.rejected(task, refusal.reason());
        }
        if (!task.state().isFinished()) {
            happenings.retried(task);
        }
    }

    /** A node died between writing this outcome and telling of it: tell now, in case it had not. */
    private void tellAgain(Task task, ReceivedReport received) {
        if (received.repeated() && task.state().isFinished()) {
            tell(TaskView.stateEvent(task, task.finishedAt()));
        }
    }

    private void tell(TaskEvent event) {
        progressAt.remove(event.taskId());
        events.add(event);
    }
}
