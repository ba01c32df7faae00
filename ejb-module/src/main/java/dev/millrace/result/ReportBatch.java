package dev.millrace.result;

import java.time.Instant;
import java.util.function.Function;

import jakarta.persistence.EntityManager;

import dev.millrace.contract.WorkerReport;
import dev.millrace.task.LogLine;
import dev.millrace.task.LostClaims;
import dev.millrace.task.Task;
import dev.millrace.task.TaskView;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskLifecycle;

/**
 * The transaction that one batch of reports shares.
 *
 * @param notices gives the notice for a task's owner, or null
 * @param now time of the transaction
 * @param events the owners' events so far
 */
record ReportBatch(
        EntityManager em,
        LostClaims lost,
        ReportTimes times,
        TaskFinishedEvents finishedEvents,
        TaskLifecycle lifecycle,
        Function<Task, String> notices,
        Instant now,
        BatchEvents events) {
    /** Appends an entry to the task's log, unless a repeated report has done so before or the log is full. */
    void appendLog(Task task, ReceivedReport received, WorkerReport.Log log) {
        if (received.repeated() && em.find(LogLine.class, new LogLine.Key(task.id(), received.entryId())) != null) {
            return;
        }
        if (task.admitsLogLine(ReportHandler.MAX_LOG_LINES)) {
            Instant at = times.arrived(task, received.entryId());
            em.persist(new LogLine(task, received.entryId(), "log", at, log.worker(), log.line()));
            events.add(TaskView.progressEvent(task, "log", at, log.line()));
        }
    }
}
