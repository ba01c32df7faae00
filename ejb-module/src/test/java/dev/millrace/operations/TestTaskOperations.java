package dev.millrace.operations;

import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import jakarta.persistence.EntityManager;

import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.FairQueue;
import dev.millrace.task.Uniqueness;
import dev.millrace.task.lifecycle.TaskFinished;
import dev.millrace.task.lifecycle.TaskFinishedEvents;
import dev.millrace.task.lifecycle.TaskRetried;

import static dev.millrace.task.TaskBuilder.NOW;

/** Cancels and retries tasks of a test's database as users do. */
public final class TestTaskOperations {
    private final TestDatabase database;
    private final BiConsumer<EntityManager, TaskFinished> ends;
    private final BiConsumer<EntityManager, TaskRetried> retries;
    private final FairQueue fairQueue = new FairQueue();
    private BiFunction<String, String, Uniqueness> rules = (type, parameters) -> null;

    /** Types and parameters give the uniqueness. */
    public TestTaskOperations keepingUniqueAs(BiFunction<String, String, Uniqueness> uniqueness) {
        rules = uniqueness;
        return this;
    }

    /**
     * @param ends receive finishes within their transactions
     * @param retries receive retries within their transactions
     */
    public TestTaskOperations(
            TestDatabase database,
            BiConsumer<EntityManager, TaskFinished> ends,
            BiConsumer<EntityManager, TaskRetried> retries) {
        this.database = database;
        this.ends = ends;
        this.retries = retries;
    }

    public OperationResult cancel(Collection<UUID> tasks) {
        return database.inTransaction(em ->
                new CancelTasks(em, new TaskFinishedEvents(ended -> ends.accept(em, ended))).cancel(tasks, "ada", NOW));
    }

    /** @param parameters JSON text, null = as before */
    public OperationResult retry(Collection<UUID> tasks, String parameters) {
        return database.inTransaction(em -> new RetryTasks(em, fairQueue, rules)
                .withListener(retried -> retries.accept(em, retried))
                .retry(tasks, parameters, "ada", NOW));
    }
}
