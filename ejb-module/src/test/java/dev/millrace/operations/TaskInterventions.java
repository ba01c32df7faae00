package dev.millrace.operations;

import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import jakarta.persistence.EntityManager;

import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.Endings;
import dev.millrace.task.FairOrder;
import dev.millrace.task.TaskEnded;
import dev.millrace.task.TaskRetried;
import dev.millrace.task.Uniqueness;

import static dev.millrace.task.TaskBuilder.NOW;

/** Cancels and retries tasks of a test's database as people do. */
public final class TaskInterventions {
    private final TestDatabase database;
    private final BiConsumer<EntityManager, TaskEnded> ends;
    private final BiConsumer<EntityManager, TaskRetried> retries;
    private final FairOrder fairOrder = new FairOrder();
    private BiFunction<String, String, Uniqueness> rules = (type, parameters) -> null;

    /** Types and parameters give what is asked for. */
    public TaskInterventions keepingUniqueAs(BiFunction<String, String, Uniqueness> uniqueness) {
        rules = uniqueness;
        return this;
    }

    /**
     * @param ends hear of ends within their transactions
     * @param retries hear of retries within their transactions
     */
    public TaskInterventions(
            TestDatabase database,
            BiConsumer<EntityManager, TaskEnded> ends,
            BiConsumer<EntityManager, TaskRetried> retries) {
        this.database = database;
        this.ends = ends;
        this.retries = retries;
    }

    public Intervention cancel(Collection<UUID> tasks) {
        return database.inTransaction(
                em -> new CancelTasks(em, new Endings(ended -> ends.accept(em, ended))).cancel(tasks, "ada", NOW));
    }

    /** @param parameters JSON text, null = as before */
    public Intervention retry(Collection<UUID> tasks, String parameters) {
        return database.inTransaction(em -> new RetryTasks(em, fairOrder, rules)
                .telling(retried -> retries.accept(em, retried))
                .retry(tasks, parameters, "ada", NOW));
    }
}
