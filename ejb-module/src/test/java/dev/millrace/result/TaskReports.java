package dev.millrace.result;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import jakarta.persistence.EntityManager;

import dev.millrace.contract.WorkerReport;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.lifecycle.TaskFinished;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskLifecycle;

/** Applies workers' reports to a test's database as the result listener does. */
public final class TaskReports {
    private final TestDatabase database;
    private final Clock clock;
    private final BiConsumer<EntityManager, TaskFinished> listeners;
    private final AtomicInteger entries = new AtomicInteger();

    public TaskReports(TestDatabase database, Clock clock) {
        this(database, clock, (em, ended) -> {});
    }

    /** @param listeners receive finishes within their transactions */
    public TaskReports(TestDatabase database, Clock clock, BiConsumer<EntityManager, TaskFinished> listeners) {
        this.database = database;
        this.clock = clock;
        this.listeners = listeners;
    }

    public List<TaskEvent> apply(WorkerReport report) {
        ReceivedReport received = new ReceivedReport(entries.getAndIncrement() + "-0", report, false);
        return database.inTransaction(em -> new ApplyReports(
                        em,
                        TaskRecords.SETTINGS,
                        clock,
                        new TaskFinishedEvents(ended -> listeners.accept(em, ended)),
                        new TaskLifecycle())
                .apply(List.of(received)));
    }
}
