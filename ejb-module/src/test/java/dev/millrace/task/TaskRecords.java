package dev.millrace.task;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.millrace.contract.Claim;
import dev.millrace.platform.persistence.TestDatabase;

import static dev.millrace.task.TaskBuilder.NOW;

/** Writes and reads tasks of a test's database. */
public final class TaskRecords {
    /** A task may be lost twice in a row, and be released three times by workers that cannot run it. */
    public static final TaskSettings SETTINGS = new TaskSettings(1_000, 2, 3, 1_000);

    private final TestDatabase database;
    private final TaskSubmissions submissions = new TaskSubmissions();

    public TaskRecords(TestDatabase database) {
        this.database = database;
    }

    /** @return the name of a new queue that no other test uses */
    public String aQueue() {
        String name = "q-" + UUID.randomUUID();
        database.inTransaction(em -> {
            return new DeclareQueues(em).declare(List.of(name), Integer.MAX_VALUE, NOW);
        });
        return name;
    }

    public UUID submitted(String queue, UUID owner, TaskBuilder task) {
        return submitted(queue, owner, task, 1).get(0);
    }

    /** The same task so many times, in one transaction. */
    public List<UUID> submitted(String queue, UUID owner, TaskBuilder task, int count) {
        List<TaskPlan> plans = Collections.nCopies(count, task.in(queue).plan());
        return database.inTransaction(em -> submissions.in(em).insertTasks(owner, plans, NOW)).stream()
                .map(Task::id)
                .toList();
    }

    /** Finishes a claimed task successfully. */
    public void succeed(Claim claim) {
        database.inTransaction(em -> {
            Task task = em.find(Task.class, claim.taskId());
            task.start("w-1", NOW);
            task.succeed("{}", "w-1", NOW);
            return null;
        });
    }

    public void change(String queue, QueueMode mode) {
        database.inTransaction(em -> new Queues(em).setMode(queue, mode));
    }

    public void limit(String queue, int maxRunning) {
        database.inTransaction(em -> new Queues(em).setMaxRunning(queue, maxRunning));
    }

    public Task task(Claim claim) {
        return database.inTransaction(em -> em.find(Task.class, claim.taskId()));
    }

    /** Changes a task's row. */
    public void change(Claim claim, Consumer<Task> transition) {
        database.inTransaction(em -> {
            transition.accept(em.find(Task.class, claim.taskId()));
            return null;
        });
    }

    public Tasks.TaskDetail detail(Claim claim) {
        return database.inTransaction(em ->
                new Tasks(em).findDetail(em.find(Task.class, claim.taskId()).owner(), claim.taskId()));
    }

    public List<String> outcomes(Claim claim) {
        return detail(claim).attempts().stream().map(Attempt::outcome).toList();
    }

    public List<String> lines(Claim claim) {
        return detail(claim).lines().stream().map(LogLine::line).toList();
    }

    /** @return the number of rows of its attempts, its log and its payloads */
    public long rowsAbout(UUID task) {
        return Stream.of("mr_attempt", "mr_task_log", "mr_payload")
                .mapToLong(table -> database.inTransaction(
                        em -> ((Number) em.createNativeQuery("select count(*) from " + table + " where task_id = ?1")
                                        .setParameter(1, task)
                                        .getSingleResult())
                                .longValue()))
                .sum();
    }
}
