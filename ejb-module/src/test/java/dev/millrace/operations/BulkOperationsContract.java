package dev.millrace.operations;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.WorkerReport;
import dev.millrace.dispatch.TaskClaims;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.result.TaskReports;
import dev.millrace.task.FairQueue;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;
import dev.millrace.task.TaskBuilder;
import dev.millrace.task.TaskRecords;
import dev.millrace.task.TaskState;
import dev.millrace.task.TransactionalTasks;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** Operations on many tasks; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BulkOperationsContract {
    private static final int MANY = 10_000;
    private static final String CANCEL_ALL = "{\"action\":\"cancel\",\"filter\":{}}";

    private final TestDatabase database;
    private final TaskRecords records;
    private final TaskClaims claims;
    private final TaskReports reports;
    private final TestTaskOperations taskOperations;
    private final RunBatches batches;
    private final Set<UUID> ended = ConcurrentHashMap.newKeySet();
    private String queue;
    private UUID owner;

    BulkOperationsContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
        this.claims = new TaskClaims(database);
        this.reports = new TaskReports(database, Clock.fixed(NOW, ZoneOffset.UTC));
        this.taskOperations = new TestTaskOperations(
                database, (em, end) -> ended.add(end.task().id()), (em, again) -> {});
        this.batches = new RunBatches(new TransactionalTasks(database));
    }

    @BeforeEach
    void aNewUser() {
        ended.clear();
        queue = records.aQueue();
        owner = UUID.randomUUID();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_dry_run_counts_and_changes_nothing() {
        submitted(3, aTask());

        RunBatches.BulkResult counted = run("{\"action\":\"cancel\",\"filter\":{},\"dryRun\":true}");

        assertThat(counted).isEqualTo(new RunBatches.BulkResult(3, 0, 3));
        assertThat(states()).containsOnly(TaskState.WAITING);
    }

    @Test
    void only_tasks_that_match_the_filter_and_belong_to_the_user_are_changed() {
        List<UUID> mine = submitted(2, aTask().ofType("reverse_string"));
        List<UUID> other = submitted(2, aTask().ofType("other"));
        UUID strange = records.submitted(queue, UUID.randomUUID(), aTask());

        RunBatches.BulkResult done = run("{\"action\":\"cancel\",\"filter\":{\"type\":\"reverse_string\"}}");

        assertThat(done).isEqualTo(new RunBatches.BulkResult(2, 2, 0));
        assertThat(mine).allMatch(id -> state(id) == TaskState.CANCELLED);
        assertThat(other).allMatch(id -> state(id) == TaskState.WAITING);
        assertThat(state(strange)).isEqualTo(TaskState.WAITING);
    }

    @Test
    void named_tasks_of_other_users_and_in_other_states_are_unchanged() {
        UUID mine = submitted(1, aTask()).get(0);
        UUID strange = records.submitted(queue, UUID.randomUUID(), aTask());
        UUID finished = submitted(1, aTask()).get(0);
        cancel(List.of(finished));

        RunBatches.BulkResult done = run("{\"action\":\"cancel\",\"ids\":["
                + Stream.of(mine, strange, finished, UUID.randomUUID())
                        .map(id -> "\"" + id + "\"")
                        .collect(joining(","))
                + "]}");

        assertThat(done).isEqualTo(new RunBatches.BulkResult(1, 1, 0));
        assertThat(state(mine)).isEqualTo(TaskState.CANCELLED);
        assertThat(state(strange)).isEqualTo(TaskState.WAITING);
    }

    @Test
    void a_call_ends_after_a_few_thousand_tasks_and_the_next_one_continues() {
        submitted(RunBatches.MAX_PER_CALL + 20, aTask());

        RunBatches.BulkResult first = run(CANCEL_ALL);
        RunBatches.BulkResult second = run(CANCEL_ALL);

        assertThat(first.changed()).isEqualTo(RunBatches.MAX_PER_CALL);
        assertThat(first.remaining()).isEqualTo(20);
        assertThat(second).isEqualTo(new RunBatches.BulkResult(20, 20, 0));
    }

    @Test
    void tasks_that_finished_after_the_time_of_the_request_are_not_retried() {
        List<UUID> tasks = submitted(3, aTask());
        cancel(tasks);
        String retry = "{\"action\":\"retry\",\"filter\":{},\"asOf\":\"" + NOW.minusSeconds(1) + "\"}";

        RunBatches.BulkResult earlier = run(retry);
        RunBatches.BulkResult done = run("{\"action\":\"retry\",\"filter\":{\"state\":[\"CANCELLED\"]}}");

        assertThat(earlier.matched()).isZero();
        assertThat(done.changed()).isEqualTo(3);
        assertThat(claims.due(queue, 10, NOW)).hasSize(3);
    }

    @Test
    void finished_tasks_are_deleted_and_the_others_are_not() {
        List<UUID> finished = submitted(3, aTask());
        cancel(finished);
        UUID waiting = submitted(1, aTask()).get(0);

        RunBatches.BulkResult done = run("{\"action\":\"delete\",\"filter\":{}}");

        assertThat(done).isEqualTo(new RunBatches.BulkResult(3, 3, 0));
        assertThat(tasks()).extracting(Task::id).containsExactly(waiting);
    }

    @Test
    void a_waiting_task_is_dispatched_first_after_its_priority_is_raised() {
        submitted(5, aTask().withPriority(5));
        List<UUID> urgent = submitted(2, aTask().ofType("urgent").withPriority(1));

        RunBatches.BulkResult done = run("{\"action\":\"priority\",\"priority\":9,\"filter\":{\"type\":\"urgent\"}}");

        assertThat(done.changed()).isEqualTo(2);
        assertThat(run("{\"action\":\"priority\",\"priority\":9,\"filter\":{\"type\":\"urgent\"}}"))
                .isEqualTo(new RunBatches.BulkResult(0, 0, 0));
        assertThat(ids(claims.due(queue, 2, NOW))).isEqualTo(new HashSet<>(urgent));
    }

    @Test
    void ten_thousand_waiting_tasks_are_cancelled_while_they_are_dispatched_and_each_has_one_outcome()
            throws InterruptedException {
        Set<UUID> all = new HashSet<>(submitted(MANY, aTask()));
        CountDownLatch firstSucceeded = new CountDownLatch(1);
        AtomicBoolean allCancelled = new AtomicBoolean();
        CompletableFuture<Integer> dispatching =
                CompletableFuture.supplyAsync(() -> succeedUntil(allCancelled, firstSucceeded));
        CompletableFuture<Integer> alsoDispatching =
                CompletableFuture.supplyAsync(() -> succeedUntil(allCancelled, firstSucceeded));

        assertThat(firstSucceeded.await(1, TimeUnit.MINUTES)).isTrue();
        int cancelled = CompletableFuture.supplyAsync(this::cancelAll)
                .thenCombine(CompletableFuture.supplyAsync(this::cancelAll), Integer::sum)
                .join();
        allCancelled.set(true);
        int succeeded = dispatching.join() + alsoDispatching.join();

        assertThat(cancelled + succeeded).isEqualTo(MANY);
        assertThat(ended).hasSize(cancelled);
        assertThat(tasks()).extracting(Task::id).containsExactlyInAnyOrderElementsOf(all);
        assertThat(states()).containsOnly(TaskState.CANCELLED, TaskState.SUCCEEDED);
        assertThat(states().stream().filter(TaskState.CANCELLED::equals)).hasSize(cancelled);
        assertThat(claims.due(queue, 10, NOW)).isEmpty();
    }

    /** A dispatcher and its workers, which start and finish a task in one go. @return how many succeeded */
    private int succeedUntil(AtomicBoolean over, CountDownLatch first) {
        int succeeded = 0;
        boolean last;
        do {
            last = over.get();
            for (TaskDispatch dispatch : claims.due(queue, 50, NOW)) {
                Claim claim = dispatch.claim();
                succeeded += (int) reports.apply(new WorkerReport.Succeeded(claim, "w-1", NOW, NOW, "{}")).stream()
                        .filter(event -> event.kind().equals("succeeded"))
                        .count();
                first.countDown();
            }
        } while (!last);
        return succeeded;
    }

    private int cancelAll() {
        int cancelled = 0;
        RunBatches.BulkResult outcome;
        do {
            outcome = run(CANCEL_ALL);
            cancelled += outcome.changed();
        } while (outcome.matched() > 0);
        return cancelled;
    }

    private RunBatches.BulkResult run(String body) {
        BulkRequest request = BulkRequest.parse(body, false, NOW);
        return batches.run(owner, request, ids -> doTo(ids, request));
    }

    private int doTo(List<UUID> ids, BulkRequest request) {
        assertThat(ids).hasSizeLessThanOrEqualTo(RunBatches.MAX_PER_TRANSACTION);
        return switch (request.action()) {
            case CANCEL -> cancel(ids);
            case RETRY -> taskOperations.retry(ids, null).changed().size();
            case DELETE -> database.inTransaction(em -> new DeleteTasks(em).delete(ids, NOW))
                    .changed()
                    .size();
            case PRIORITY -> database.inTransaction(em -> new ChangeTasks(em, new FairQueue(), new Queues(em))
                            .change(ids, new TaskChange(request.priority(), false, null), "ada", NOW))
                    .changed()
                    .size();
        };
    }

    private int cancel(List<UUID> ids) {
        return taskOperations.cancel(ids).changed().size();
    }

    private List<UUID> submitted(int count, TaskBuilder task) {
        return records.submitted(queue, owner, task, count);
    }

    private TaskState state(UUID id) {
        return records.task(new Claim(id, 1)).state();
    }

    private List<TaskState> states() {
        return tasks().stream().map(Task::state).toList();
    }

    private List<Task> tasks() {
        return database.inTransaction(em -> em.createQuery("select t from Task t where t.owner = :owner", Task.class)
                .setParameter("owner", owner)
                .getResultList());
    }

    private static Set<UUID> ids(List<TaskDispatch> dispatches) {
        Set<UUID> ids = new HashSet<>();
        dispatches.forEach(dispatch -> ids.add(dispatch.claim().taskId()));
        return ids;
    }
}
