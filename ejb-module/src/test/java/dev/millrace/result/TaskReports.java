package dev.millrace.result;

import java.time.Clock;
import java.util.List;

import dev.millrace.contract.WorkerReport;
import dev.millrace.persistence.TestDatabase;
import dev.millrace.push.TaskEvent;
import dev.millrace.task.Endings;

/** Applies workers' reports to a test's database as the result listener does. */
public final class TaskReports {
    private final TestDatabase database;
    private final Clock clock;
    private int entries;

    public TaskReports(TestDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<TaskEvent> apply(WorkerReport report) {
        Received received = new Received(entries++ + "-0", report, false);
        return database.inTransaction(
                em -> new ApplyReports(em, clock, new Endings(ended -> {})).apply(List.of(received)));
    }
}
