package dev.millrace.result;

import java.time.Duration;
import java.time.Instant;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.WorkerReport;
import dev.millrace.task.Attempt;
import dev.millrace.task.LossReason;
import dev.millrace.task.Task;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;

/** A report on a task in flight, under its present claim. */
final class CurrentReport implements WorkerReport.Visitor {
    private final ReportBatch batch;
    private final Task task;
    private final ReceivedReport received;

    CurrentReport(ReportBatch batch, Task task, ReceivedReport received) {
        this.batch = batch;
        this.task = task;
        this.received = received;
    }

    @Override
    public void started(WorkerReport.Started report) {
        start(report.worker(), arrived());
    }

    @Override
    public void progress(WorkerReport.Progress report) {
        Instant at = arrived();
        start(report.worker(), at);
        task.reportProgress(report.fraction(), report.message());
        batch.events().replaceProgress(TaskView.progressEvent(task, "progress", at, null));
    }

    @Override
    public void log(WorkerReport.Log report) {
        batch.appendLog(task, received, report);
    }

    @Override
    public void succeeded(WorkerReport.Succeeded report) {
        AttemptError fault = ResultCheck.faultOf(report.result());
        if (fault == null) {
            succeed(report);
        } else {
            fail(null, report.toFailed(fault));
        }
        publishState();
    }

    @Override
    public void failed(WorkerReport.Failed report) {
        fail(received.rejection(), report);
        publishState();
    }

    @Override
    public void cancelled(WorkerReport.Cancelled report) {
        Duration ran = batch.times().ran(task, report.startedAt(), report.at());
        recordAttempt("cancelled", report.worker(), ran, null);
        task.cancel(report.worker(), batch.now());
        batch.lifecycle().attemptFinished(task, ran);
        publishState();
    }

    @Override
    public void released(WorkerReport.Released report) {
        LossReason reason = report.unsuited() ? LossReason.UNSUITED : LossReason.RELEASED;
        boolean counted = batch.lost().record(task, reason, report.worker(), received.entryId(), report.reason());
        batch.lifecycle().claimLost(task, reason);
        if (counted && !task.state().isFinished()) {
            batch.lifecycle().retried(task);
        }
        publishState();
    }

    private void succeed(WorkerReport.Succeeded report) {
        Duration ran = batch.times().ran(task, report.startedAt(), report.at());
        Instant began = recordAttempt("succeeded", report.worker(), ran, null);
        start(report.worker(), began);
        task.succeed(report.result(), report.worker(), batch.now());
        batch.lifecycle().attemptFinished(task, ran);
        if (task.result() == null) {
            batch.em().persist(task.longResult(report.result()));
        }
    }

    /** @param rejection why the report itself does not count, null if the handler failed */
    private void fail(ReportRejection rejection, WorkerReport.Failed report) {
        Duration ran = batch.times().ran(task, report.startedAt(), report.at());
        recordAttempt("failed", report.worker(), ran, report.error());
        task.failAttempt(report.error(), report.retry(), report.retryIn(), report.worker(), batch.now());
        if (rejection == null) {
            batch.lifecycle().attemptFinished(task, ran);
        } else {
            batch.lifecycle().rejected(task, rejection.reason());
        }
        if (!task.state().isFinished()) {
            batch.lifecycle().retried(task);
        }
    }

    /** Has no effect if the task is running already. */
    private void start(String worker, Instant at) {
        if (task.state() == TaskState.QUEUED) {
            task.start(worker, at);
            batch.lifecycle().attemptStarted(task);
            batch.events().add(TaskView.stateEvent(task, at));
        }
    }

    /** @return the start of the attempt */
    private Instant recordAttempt(String outcome, String worker, Duration ran, AttemptError error) {
        Instant began = batch.times().began(task, ran);
        batch.em().persist(new Attempt(task, outcome, worker, began, batch.now(), error));
        return began;
    }

    private void publishState() {
        batch.finishedEvents().fireIfFinished(task);
        batch.events().add(TaskView.stateEvent(task, batch.now(), batch.notices()));
    }

    private Instant arrived() {
        return batch.times().arrived(task, received.entryId());
    }
}
