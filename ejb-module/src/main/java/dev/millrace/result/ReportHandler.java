package dev.millrace.result;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import jakarta.persistence.EntityManager;

import dev.millrace.task.LostClaims;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskSettings;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskLifecycle;

/** Applies the reports of one batch to their tasks, within one transaction, and collects the events for their owners. */
final class ReportHandler {
    static final int MAX_LOG_LINES = 1_000;

    private final ReportBatch batch;

    ReportHandler(
            EntityManager em,
            TaskSettings settings,
            TaskFinishedEvents finishedEvents,
            TaskLifecycle lifecycle,
            Function<Task, String> notices,
            Instant now) {
        batch = new ReportBatch(
                em,
                new LostClaims(em, settings, now),
                new ReportTimes(now),
                finishedEvents,
                lifecycle,
                notices,
                now,
                new BatchEvents());
    }

    /** @return the owners' events, in order */
    List<TaskEvent> events() {
        return batch.events().inOrder();
    }

    /** @param received a report on the task's present claim */
    void apply(Task task, ReceivedReport received) {
        received.report()
                .accept(
                        task.state().isInFlight()
                                ? new CurrentReport(batch, task, received)
                                : new LateReport(batch, task, received));
    }
}
