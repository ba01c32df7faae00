package dev.millrace.result;

import dev.millrace.contract.WorkerReport;
import dev.millrace.task.Task;
import dev.millrace.task.TaskView;

/** A report on a task that is no longer in flight: its log message still counts, its outcome does not. */
final class LateReport implements WorkerReport.Visitor {
    private final ReportBatch batch;
    private final Task task;
    private final ReceivedReport received;

    LateReport(ReportBatch batch, Task task, ReceivedReport received) {
        this.batch = batch;
        this.task = task;
        this.received = received;
    }

    @Override
    public void log(WorkerReport.Log report) {
        batch.appendLog(task, received, report);
    }

    @Override
    public void started(WorkerReport.Started report) {
        republishOutcome();
    }

    @Override
    public void progress(WorkerReport.Progress report) {
        republishOutcome();
    }

    @Override
    public void succeeded(WorkerReport.Succeeded report) {
        republishOutcome();
    }

    @Override
    public void failed(WorkerReport.Failed report) {
        republishOutcome();
    }

    @Override
    public void cancelled(WorkerReport.Cancelled report) {
        republishOutcome();
    }

    @Override
    public void released(WorkerReport.Released report) {
        republishOutcome();
    }

    /** A node may have died after it wrote the outcome and before it published it. */
    private void republishOutcome() {
        if (received.repeated() && task.state().isFinished()) {
            batch.events().add(TaskView.stateEvent(task, task.finishedAt()));
        }
    }
}
